package io.bedrockruntime;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpObject;

/**
 * Takes what was read out of the failures of the HTTP decoder: their messages quote it,
 * and would end in logs and as the cause of an exception.
 */
@ChannelHandler.Sharable
final class DecoderFailures extends ChannelInboundHandlerAdapter {

	static final String NAME = "bedrock-runtime-decoder-failures";

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpObject object && object.decoderResult().isFailure()) {
			String kind = object.decoderResult().cause().getClass().getSimpleName();
			object.setDecoderResult(DecoderResult
				.failure(new DecoderException("What the endpoint sent cannot be read as HTTP (" + kind + ")")));
		}
		context.fireChannelRead(message);
	}

}
