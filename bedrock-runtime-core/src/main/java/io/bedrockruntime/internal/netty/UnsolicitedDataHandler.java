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
 * Keeps a connection of HTTP/1.1 from being used again when more came on it than was
 * asked for: what is left over would be taken for the answer of the next request.
 */
public final class UnsolicitedDataHandler extends ChannelDuplexHandler {

	private static final String NAME = "bedrock-runtime-surplus-guard";

	private boolean asked;

	private boolean interim;

	private @Nullable ByteBuf reading;

	private UnsolicitedDataHandler() {
	}

	/**
	 * Add a guard between the wire and the HTTP codec, if there is such a codec and no
	 * guard yet.
	 */
	public static void add(Channel channel) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(NettyPipeline.HttpCodec) != null && pipeline.get(NAME) == null) {
			pipeline.addBefore(NettyPipeline.HttpCodec, NAME, new UnsolicitedDataHandler());
		}
	}

	/**
	 * Take note of the head of an answer.
	 */
	static void answering(Channel channel, int status) {
		UnsolicitedDataHandler guard = (UnsolicitedDataHandler) channel.pipeline().get(NAME);
		if (guard != null) {
			// The only one that Reactor Netty does not take for the answer itself.
			guard.interim = status == 100;
		}
	}

	/**
	 * Take note of the end of an answer, before others do.
	 */
	static void answered(Channel channel) {
		UnsolicitedDataHandler guard = (UnsolicitedDataHandler) channel.pipeline().get(NAME);
		if (guard == null || guard.interim) {
			return;
		}
		guard.asked = false;
		if (guard.reading != null && guard.reading.isReadable()) {
			Connection.from(channel).markPersistent(false);
		}
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.asked = true;
		context.write(message, promise);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (!this.asked) {
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
