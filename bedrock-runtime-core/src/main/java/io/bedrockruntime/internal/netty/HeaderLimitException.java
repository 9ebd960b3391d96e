package io.bedrockruntime.internal.netty;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http2.Http2Exception;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer, or what follows its body, is over a limit. The message says
 * which one, and nothing of what came.
 */
public final class HeaderLimitException extends DecoderException {

	private static final long serialVersionUID = 1L;

	/** How Netty tells that a header block has no end, or comes in too many pieces. */
	private static final String TOO_LONG = "Header size exceeded";

	private static final String TOO_MANY_PIECES = "Number of small consecutive";

	HeaderLimitException(String message) {
		super(message);
	}

	/**
	 * Return the limit that an HTTP decoder found exceeded, if any.
	 * @param fault what the decoder reports, whose message has nothing of what came if it
	 * is about a limit
	 */
	static @Nullable HeaderLimitException of(Throwable fault) {
		String message = String.valueOf(fault.getMessage());
		boolean limit = fault instanceof TooLongFrameException
				|| fault instanceof Http2Exception.HeaderListSizeException || (fault instanceof Http2Exception
						&& (message.startsWith(TOO_LONG) || message.startsWith(TOO_MANY_PIECES)));
		return limit ? new HeaderLimitException(message) : null;
	}

}
