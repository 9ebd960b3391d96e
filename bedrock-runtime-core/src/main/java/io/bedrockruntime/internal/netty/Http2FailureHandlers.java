package io.bedrockruntime.internal.netty;

import java.io.IOException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * Handlers that report why an HTTP/2 stream ended. Reactor Netty reports only that it
 * ended.
 */
public final class Http2FailureHandlers {

	/** The failure of a connection, which its streams report. */
	private static final AttributeKey<Throwable> BROKEN_BY = AttributeKey.valueOf(Http2FailureHandlers.class,
			"BROKEN_BY");

	private Http2FailureHandlers() {
	}

	/**
	 * Translate the failure of a stream, without received content.
	 */
	private static Throwable translated(Throwable failure) {
		HeaderLimitException limit = HeaderLimitException.of(failure);
		if (limit != null) {
			return limit;
		}
		return (failure instanceof Http2Exception unreadable)
				? HttpDecoderFailureHandler.unreadable(unreadable.error().name()) : failure;
	}

	/**
	 * Stores the failure of a connection, which its streams do not receive.
	 */
	static final class OfConnection extends ChannelInboundHandlerAdapter {

		static final String NAME = "bedrock-runtime-http2-connection-failures";

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			// Not propagated, because it would be logged with received content.
			context.channel().attr(BROKEN_BY).setIfAbsent(translated(cause));
		}

	}

	/**
	 * Reports the reason for the end of a stream, after everything before it was read.
	 */
	static final class OfStream extends ChannelInboundHandlerAdapter {

		static final String NAME = "bedrock-runtime-http2-stream-failures";

		private @Nullable Throwable reason;

		@Override
		public void userEventTriggered(ChannelHandlerContext context, Object event) {
			if (event instanceof Http2ResetFrame reset) {
				boolean unprocessed = reset.errorCode() == Http2Error.REFUSED_STREAM.code();
				this.reason = new StreamEndedException("the endpoint ended the stream", reset.errorCode(), unprocessed);
			}
			else if (event instanceof Http2GoAwayFrame goAway) {
				// Only streams that the peer has not processed receive this event.
				this.reason = new StreamEndedException("the endpoint is closing the connection", goAway.errorCode(),
						true);
			}
			context.fireUserEventTriggered(event);
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			Throwable reason = (this.reason != null) ? this.reason : context.channel().parent().attr(BROKEN_BY).get();
			if (reason != null) {
				context.fireExceptionCaught(reason);
			}
			context.fireChannelInactive();
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			context.fireExceptionCaught(translated(cause));
		}

	}

	/**
	 * Thrown when the peer ended a stream.
	 */
	public static final class StreamEndedException extends IOException {

		private static final long serialVersionUID = 1L;

		/** Whether the peer has reported that it did not process the request. */
		private final boolean unprocessed;

		StreamEndedException(String what, long errorCode, boolean unprocessed) {
			super(what + " (" + name(errorCode) + ")");
			this.unprocessed = unprocessed;
		}

		private static String name(long errorCode) {
			Http2Error error = Http2Error.valueOf(errorCode);
			return (error != null) ? error.name() : "error code " + errorCode;
		}

		public boolean isUnprocessed() {
			return this.unprocessed;
		}

	}

}
