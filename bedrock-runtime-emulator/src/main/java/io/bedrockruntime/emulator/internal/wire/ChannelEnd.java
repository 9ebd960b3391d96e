package io.bedrockruntime.emulator.internal.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import reactor.core.publisher.Mono;

/**
 * The ways in which the channel of an answer comes to its end. The channel is the
 * connection with HTTP/1.1, and with HTTP/2 one stream of a connection.
 */
public final class ChannelEnd {

	private ChannelEnd() {
	}

	/** Complete when the channel is closed, by whomever. */
	public static Mono<Void> of(Channel channel) {
		return Mono.create((sink) -> {
			Channel connection = connection(channel);
			ChannelFutureListener listener = (future) -> sink.success();
			connection.closeFuture().addListener(listener);
			// A connection outlives many answers.
			sink.onDispose(() -> connection.closeFuture().removeListener(listener));
			if (channel != connection) {
				channel.closeFuture().addListener(listener);
				// While something that came in waits to be read, the channel stays open.
				channel.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
					@Override
					public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
						if (event instanceof Http2ResetFrame) {
							sink.success();
						}
						super.userEventTriggered(context, event);
					}
				});
			}
		});
	}

	/** Reset the stream, or the connection when it is all there is. */
	static void reset(Channel channel, Http2Error error) {
		if (channel instanceof Http2StreamChannel) {
			channel.writeAndFlush(new DefaultHttp2ResetFrame(error)).addListener((written) -> channel.close());
		}
		else {
			resetConnection(channel);
		}
	}

	static void resetConnection(Channel channel) {
		Channel connection = connection(channel);
		connection.config().setOption(ChannelOption.SO_LINGER, 0);
		// Past the handlers: they would say farewell, and HTTP/2 wait for its streams.
		connection.eventLoop().execute(() -> connection.unsafe().close(connection.newPromise()));
	}

	/** Close the connection in order behind what was written before. */
	static void closeConnection(Channel channel) {
		channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((written) -> closeNow(connection(channel)));
	}

	/** Close a connection in order without waiting for its streams. */
	public static void closeNow(Channel connection) {
		ChannelHandlerContext http2 = connection.pipeline().context(Http2ConnectionHandler.class);
		if (http2 != null) {
			http2.close();
		}
		else {
			connection.close();
		}
	}

	static Channel connection(Channel channel) {
		return (channel instanceof Http2StreamChannel) ? channel.parent() : channel;
	}

}
