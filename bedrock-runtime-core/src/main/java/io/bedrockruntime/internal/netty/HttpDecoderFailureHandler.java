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
 * Removes received content from the failures of the HTTP decoder, whose messages would
 * otherwise appear in logs and in causes of exceptions. It also limits the number of
 * header fields, which the decoder does not.
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
				// Later handlers cannot process it, and some would not report it.
				fail(object, unreadable("no status"));
			}
			else if (isOverLimit(message)) {
				fail(object, new HeaderLimitException(
						"the response has more header fields than the limit of " + this.maxHeaderCount));
			}
			guard(context.channel(), object);
		}
		context.fireChannelRead(message);
	}

	private static void guard(Channel channel, HttpObject object) {
		if (object instanceof HttpResponse response) {
			UnsolicitedDataHandler.responseStarted(channel, response.status().code());
		}
		if (object instanceof LastHttpContent) {
			UnsolicitedDataHandler.responseEnded(channel);
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
		return new UnreadableException("the response of the endpoint is not valid HTTP (" + kind + ")");
	}

	/**
	 * Thrown when a response is not valid HTTP. The message contains no part of it.
	 */
	public static final class UnreadableException extends DecoderException {

		private static final long serialVersionUID = 1L;

		UnreadableException(String message) {
			super(message);
		}

	}

}
