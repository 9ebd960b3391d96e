package io.bedrockruntime.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

/**
 * Prevents the reuse of an HTTP/1.1 connection on which unsolicited data was received,
 * which would be taken for the response to the next request.
 */
public final class UnsolicitedDataHandler extends ChannelDuplexHandler {

	private static final String NAME = "bedrock-runtime-unsolicited-data";

	private boolean requested;

	private boolean interim;

	private @Nullable ByteBuf reading;

	private UnsolicitedDataHandler() {
	}

	/**
	 * Add the handler between the network and the HTTP codec, if there is such a codec
	 * and the handler was not added yet.
	 */
	public static void add(Channel channel) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(NettyPipeline.HttpCodec) != null && pipeline.get(NAME) == null) {
			pipeline.addBefore(NettyPipeline.HttpCodec, NAME, new UnsolicitedDataHandler());
		}
	}

	/**
	 * Record the head of a response.
	 */
	static void responseStarted(Channel channel, int status) {
		UnsolicitedDataHandler handler = (UnsolicitedDataHandler) channel.pipeline().get(NAME);
		if (handler != null) {
			// Reactor Netty takes all others for the final response.
			handler.interim = status == 100;
		}
	}

	/**
	 * Record the end of a response, before other handlers do.
	 */
	static void responseEnded(Channel channel) {
		UnsolicitedDataHandler handler = (UnsolicitedDataHandler) channel.pipeline().get(NAME);
		if (handler == null || handler.interim) {
			return;
		}
		handler.requested = false;
		if (handler.reading != null && handler.reading.isReadable()) {
			Connection.from(channel).markPersistent(false);
		}
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.requested = true;
		context.write(message, promise);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (!this.requested) {
			ReferenceCountUtil.release(message);
			context.close();
			return;
		}
		this.reading = (message instanceof ByteBuf bytes) ? bytes : null;
		try {
			context.fireChannelRead(message);
		}
		finally {
			this.reading = null;
		}
	}

}
