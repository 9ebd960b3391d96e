package io.bedrockruntime.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Takes what was read out of the failures of the HTTP decoder: their messages quote it,
 * and would end in logs and as the cause of an exception. Limits the number of header
 * fields as well, which the decoder does not.
 */
@ChannelHandler.Sharable
public final class HttpDecoderFailureHandler extends ChannelInboundHandlerAdapter {

	public static final String NAME = "bedrock-runtime-decoder-failures";

	private final int maxHeaderCount;

	public HttpDecoderFailureHandler(int maxHeaderCount) {
		this.maxHeaderCount = maxHeaderCount;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpObject object) {
			if (object.decoderResult().isFailure()) {
				fail(object, withoutContent(object.decoderResult().cause()));
			}
			else if (isNoStatus(message)) {
				// Nobody after this could take it, and some would not say so.
				fail(object, unreadable("no status"));
			}
			else if (isOverLimit(message)) {
				fail(object, new HeaderLimitException(
						"the answer has more header fields than the limit of " + this.maxHeaderCount));
			}
			guard(context.channel(), object);
		}
		context.fireChannelRead(message);
	}

	private static void guard(Channel channel, HttpObject object) {
		if (object instanceof HttpResponse response) {
			UnsolicitedDataHandler.answering(channel, response.status().code());
		}
		if (object instanceof LastHttpContent) {
			UnsolicitedDataHandler.answered(channel);
		}
	}

	private static void fail(HttpObject object, DecoderException failure) {
		object.setDecoderResult(DecoderResult.failure(failure));
	}

	private static boolean isNoStatus(Object message) {
		return message instanceof HttpResponse response
				&& (response.status().code() < 100 || response.status().code() > 999);
	}

	private boolean isOverLimit(Object message) {
		return (message instanceof HttpResponse response && isOverLimit(response.headers()))
				|| (message instanceof LastHttpContent last && isOverLimit(last.trailingHeaders()));
	}

	private boolean isOverLimit(HttpHeaders headers) {
		return headers.size() > this.maxHeaderCount;
	}

	private static DecoderException withoutContent(Throwable cause) {
		HeaderLimitException limit = HeaderLimitException.of(cause);
		return (limit != null) ? limit : unreadable(cause.getClass().getSimpleName());
	}

	static DecoderException unreadable(String kind) {
		return new UnreadableException("what the endpoint sent cannot be read as HTTP (" + kind + ")");
	}

	/**
	 * What came is no HTTP. The message says nothing of it.
	 */
	public static final class UnreadableException extends DecoderException {

		private static final long serialVersionUID = 1L;

		UnreadableException(String message) {
			super(message);
		}

	}

}
