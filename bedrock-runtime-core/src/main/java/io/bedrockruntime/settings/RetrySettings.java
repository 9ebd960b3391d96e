package io.bedrockruntime.settings;

import org.springframework.util.Assert;

/**
 * How a client sends a request again that failed in a way which will pass: throttled, the
 * model not ready, the service unavailable or failed, no connection, or a connection that
 * broke before an answer began. The strategies, their pauses and their budget, which all
 * calls of a client share, are those of the AWS SDK.
 * <p>
 * Each attempt is signed anew and has the same body, so {@code StartAsyncInvoke} keeps
 * its idempotency token. A stream is retried until its first event was handed on and
 * never afterwards; a bidirectional stream never. A call that the service works on may be
 * billed, also if its connection breaks before the answer begins: as in the AWS SDKs,
 * that one is retried, while a call whose answer did not come in time is not, unless
 * {@link #responseTimeouts()} asks for it.
 *
 * @param mode the strategy
 * @param maxAttempts how many times a request is sent at most, the first time included
 * @param responseTimeouts whether a request is sent again if no answer came within
 * {@link Timeouts#response()}, although the service may have worked on it and bill both
 * @since 0.1.0
 */
public record RetrySettings(Mode mode, int maxAttempts, boolean responseTimeouts) {

	private static final int DEFAULT_MAX_ATTEMPTS = 3;

	/**
	 * Create an instance.
	 * @param mode the strategy
	 * @param maxAttempts how many times a request is sent at most
	 * @param responseTimeouts whether to send again what was not answered in time
	 */
	public RetrySettings {
		Assert.notNull(mode, "'mode' must not be null");
		Assert.isTrue(maxAttempts > 0, "'maxAttempts' must be positive");
		Assert.isTrue(mode != Mode.NONE || maxAttempts == 1, "'maxAttempts' must be 1 without retries");
	}

	/**
	 * Return AWS's standard strategy, the default: three attempts, with pauses that grow
	 * at random and are longer if the request was throttled.
	 * @return the standard strategy
	 */
	public static RetrySettings standard() {
		return new RetrySettings(Mode.STANDARD, DEFAULT_MAX_ATTEMPTS, false);
	}

	/**
	 * Return AWS's adaptive strategy: the standard one that moreover slows all attempts
	 * of the client down, the first of a call included, once the service has throttled
	 * one. It suits a client that calls a single model.
	 * @return the adaptive strategy
	 */
	public static RetrySettings adaptive() {
		return new RetrySettings(Mode.ADAPTIVE, DEFAULT_MAX_ATTEMPTS, false);
	}

	/**
	 * Return no retries at all.
	 * @return a single attempt
	 */
	public static RetrySettings none() {
		return new RetrySettings(Mode.NONE, 1, false);
	}

	/**
	 * Return these retries with another number of attempts.
	 * @param maxAttempts how many times a request is sent at most, the first time
	 * included
	 * @return the new retries
	 */
	public RetrySettings withMaxAttempts(int maxAttempts) {
		return new RetrySettings(this.mode, maxAttempts, this.responseTimeouts);
	}

	/**
	 * Return these retries with or without those after a response timeout.
	 * @param responseTimeouts whether to send again what was not answered in time
	 * @return the new retries
	 */
	public RetrySettings withResponseTimeouts(boolean responseTimeouts) {
		return new RetrySettings(this.mode, this.maxAttempts, responseTimeouts);
	}

	/**
	 * AWS's retry modes.
	 */
	public enum Mode {

		/** Retries with growing pauses. */
		STANDARD,

		/** Retries with growing pauses, and a limit on the rate of all attempts. */
		ADAPTIVE,

		/** No retries. */
		NONE

	}

}
