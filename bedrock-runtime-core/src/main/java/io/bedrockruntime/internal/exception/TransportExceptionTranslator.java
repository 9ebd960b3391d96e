package io.bedrockruntime.internal.exception;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.internal.netty.HeaderLimitException;
import io.bedrockruntime.internal.netty.Http2FailureHandlers;
import io.bedrockruntime.internal.netty.HttpDecoderFailureHandler;
import io.bedrockruntime.internal.netty.ProxyConnectFailureHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;

import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Translates failures of the HTTP client to exceptions, which show a caller what was sent
 * and what was received.
 */
public final class TransportExceptionTranslator {

	/**
	 * The exceptions of Reactor Netty's pool are in a shaded package, so they are
	 * recognized by name.
	 */
	private static final Set<String> NO_CONNECTION_FREE = Set.of("PoolAcquireTimeoutException",
			"PoolAcquirePendingLimitException");

	/** Netty's message if the first received bytes are not HTTP/2. */
	private static final String NO_SETTINGS = "First received frame was not SETTINGS";

	private TransportExceptionTranslator() {
	}

	/**
	 * Translate a failure before the response began.
	 * @param operation the AWS name of the operation
	 * @param failure the failure from the HTTP client
	 * @return the exception for the caller
	 */
	public static Throwable beforeResponse(String operation, Throwable failure) {
		if (isTranslated(failure)) {
			return failure;
		}
		Throwable cause = cause(failure);
		Throwable proxyFailure = proxyFailure(operation, cause);
		if (proxyFailure != null) {
			return proxyFailure;
		}
		if (cause instanceof io.netty.channel.ConnectTimeoutException) {
			return new ConnectTimeoutException(operation + " failed: no connection in time", cause);
		}
		if (NO_CONNECTION_FREE.contains(cause.getClass().getSimpleName())) {
			return new AcquireTimeoutException(operation + " failed: no connection of the pool became free in time",
					cause);
		}
		if (cause instanceof ReadTimeoutException || cause instanceof TimeoutException) {
			return new ResponseTimeoutException(operation + " failed: no response in time", cause);
		}
		if (isConnectFailure(cause)) {
			return new ConnectionFailedException(operation + " failed: no connection to the endpoint", cause);
		}
		if (cause instanceof Http2FailureHandlers.StreamEndedException ended && ended.isUnprocessed()) {
			return new ConnectionFailedException(
					operation + " failed before the request was processed: " + ended.getMessage(), ended);
		}
		if (isOtherProtocol(cause)) {
			return new ConnectionFailedException(
					operation + " failed: it requires HTTP/2, which the endpoint does not support", cause);
		}
		return reset(operation, "before the response began", cause);
	}

	/**
	 * Translate a failure while a unary response was read.
	 * @param operation the AWS name of the operation
	 * @param failure the failure from the HTTP client
	 * @return the exception for the caller
	 */
	public static Throwable whileReading(String operation, Throwable failure) {
		return isTranslated(failure) ? failure : reset(operation, "while the response was read", cause(failure));
	}

	/**
	 * Translate a failure while a stream was read.
	 * @param operation the AWS name of the operation
	 * @param failure the failure from the HTTP client
	 * @return the exception for the caller
	 */
	public static Throwable whileStreaming(String operation, Throwable failure) {
		if (isTranslated(failure)) {
			return failure;
		}
		Throwable cause = cause(failure);
		if (cause instanceof PrematureCloseException) {
			return new TruncatedStreamException(operation + " failed: the HTTP body ended before it was complete",
					cause);
		}
		return reset(operation, "while the stream was read", cause);
	}

	/**
	 * Translate a failure of a proxy or of the connection to it, which may be the cause
	 * of a failed TLS handshake. Netty's messages contain the addresses of proxy and
	 * endpoint and the status of the proxy's response, but no headers.
	 */
	private static @Nullable Throwable proxyFailure(String operation, Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProxyConnectFailureHandler.ProxyException || cause instanceof ProxyConnectException) {
				String message = operation + " failed: no connection through the proxy (" + cause.getMessage() + ")";
				return (cause.getCause() instanceof io.netty.channel.ConnectTimeoutException)
						? new ConnectTimeoutException(message, cause) : new ConnectionFailedException(message, cause);
			}
		}
		return null;
	}

	/**
	 * Return whether the failure means that nothing of the request was sent. TLS may also
	 * fail later, but its handshake cannot.
	 */
	private static boolean isConnectFailure(Throwable cause) {
		return cause instanceof ConnectException || cause instanceof NoRouteToHostException
				|| cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException
				|| cause instanceof SSLHandshakeException || cause instanceof NotSslRecordException
				|| Stream.of(cause.getSuppressed()).anyMatch(SSLHandshakeException.class::isInstance);
	}

	/**
	 * Return whether the peer of a new connection does not support HTTP/2.
	 */
	private static boolean isOtherProtocol(Throwable cause) {
		return cause instanceof Http2Exception && String.valueOf(cause.getMessage()).startsWith(NO_SETTINGS);
	}

	private static boolean isTranslated(Throwable failure) {
		return failure instanceof BedrockRuntimeException || failure instanceof Error;
	}

	private static Throwable reset(String operation, String when, Throwable cause) {
		if (cause instanceof HeaderLimitException || cause instanceof HttpDecoderFailureHandler.UnreadableException) {
			return new InvalidResponseException(operation + " failed " + when + ": " + cause.getMessage(), cause);
		}
		if (cause instanceof Http2FailureHandlers.StreamEndedException) {
			return new ConnectionResetException(operation + " failed " + when + ": " + cause.getMessage(), cause);
		}
		if (cause instanceof java.io.IOException || cause instanceof Http2Exception
				|| cause instanceof AbortedException) {
			return new ConnectionResetException(operation + " failed: the connection broke " + when, cause);
		}
		return new BedrockRuntimeClientException(operation + " failed " + when, cause);
	}

	private static Throwable cause(Throwable failure) {
		Throwable cause = failure;
		while ((cause instanceof WebClientRequestException || cause instanceof DecoderException)
				&& cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

}
