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
 * Ways to end the channel of a response: with HTTP/1.1 the connection, with HTTP/2 one
 * stream of it.
 */
public final class ChannelEnd {

	private ChannelEnd() {
	}

	/** Complete when either side has closed the channel. */
	public static Mono<Void> of(Channel channel) {
		return Mono.create((sink) -> {
			Channel connection = connection(channel);
			ChannelFutureListener listener = (future) -> sink.success();
			connection.closeFuture().addListener(listener);
			// A connection outlives many responses.
			sink.onDispose(() -> connection.closeFuture().removeListener(listener));
			if (channel != connection) {
				channel.closeFuture().addListener(listener);
				// The channel stays open while received data waits to be read.
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

	/** Reset the HTTP/2 stream, or the HTTP/1.1 connection. */
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
		// Bypass the handlers: they would send a GOAWAY, and wait for the streams.
		connection.eventLoop().execute(() -> connection.unsafe().close(connection.newPromise()));
	}

	/** Close the connection normally after the pending writes. */
	static void closeConnection(Channel channel) {
		channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((written) -> closeNow(connection(channel)));
	}

	/** Close a connection normally without waiting for its streams. */
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
