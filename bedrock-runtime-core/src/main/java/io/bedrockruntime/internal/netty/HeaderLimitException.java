package io.bedrockruntime.internal.netty;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http2.Http2Exception;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the headers or trailers of a response exceed a limit. The message names the
 * limit and contains no part of the response.
 */
public final class HeaderLimitException extends DecoderException {

	private static final long serialVersionUID = 1L;

	/** Netty's messages for a header block that is endless, or in too many pieces. */
	private static final String TOO_LONG = "Header size exceeded";

	private static final String TOO_MANY_PIECES = "Number of small consecutive";

	HeaderLimitException(String message) {
		super(message);
	}

	/**
	 * Return the limit that an HTTP decoder found exceeded, if any.
	 * @param failure the failure of the decoder, whose message contains no part of the
	 * response if it is about a limit
	 */
	static @Nullable HeaderLimitException of(Throwable failure) {
		String message = String.valueOf(failure.getMessage());
		boolean limit = failure instanceof TooLongFrameException
				|| failure instanceof Http2Exception.HeaderListSizeException || (failure instanceof Http2Exception
						&& (message.startsWith(TOO_LONG) || message.startsWith(TOO_MANY_PIECES)));
		return limit ? new HeaderLimitException(message) : null;
	}

}
