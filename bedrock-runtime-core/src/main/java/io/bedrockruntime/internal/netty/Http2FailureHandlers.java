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
 * Why a stream of HTTP/2 ended, which Reactor Netty leaves out: it only tells that the
 * stream did.
 */
public final class Http2FailureHandlers {

	/** What broke a connection, for its streams to tell. */
	private static final AttributeKey<Throwable> BROKEN_BY = AttributeKey.valueOf(Http2FailureHandlers.class,
			"BROKEN_BY");

	private Http2FailureHandlers() {
	}

	/**
	 * Name the fault of a stream, without what came.
	 */
	private static Throwable named(Throwable fault) {
		HeaderLimitException limit = HeaderLimitException.of(fault);
		if (limit != null) {
			return limit;
		}
		return (fault instanceof Http2Exception unreadable)
				? HttpDecoderFailureHandler.unreadable(unreadable.error().name()) : fault;
	}

	/**
	 * Keeps what breaks a connection, which the streams on it do not see.
	 */
	static final class OfConnection extends ChannelInboundHandlerAdapter {

		static final String NAME = "bedrock-runtime-http2-connection-faults";

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			// Goes no further, where it would be logged with what came.
			context.channel().attr(BROKEN_BY).setIfAbsent(named(cause));
		}

	}

	/**
	 * Tells the end of a stream with its reason, once all that came before was read.
	 */
	static final class OfStream extends ChannelInboundHandlerAdapter {

		static final String NAME = "bedrock-runtime-http2-stream-faults";

		private @Nullable Throwable reason;

		@Override
		public void userEventTriggered(ChannelHandlerContext context, Object event) {
			if (event instanceof Http2ResetFrame reset) {
				boolean unprocessed = reset.errorCode() == Http2Error.REFUSED_STREAM.code();
				this.reason = new StreamEndedException("the endpoint ended the stream", reset.errorCode(), unprocessed);
			}
			else if (event instanceof Http2GoAwayFrame goAway) {
				// Only streams that the peer has not looked at are told of it.
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
			context.fireExceptionCaught(named(cause));
		}

	}

	/**
	 * The peer ended a stream.
	 */
	public static final class StreamEndedException extends IOException {

		private static final long serialVersionUID = 1L;

		/** Whether the peer says that it has not looked at the request. */
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
