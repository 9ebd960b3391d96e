package io.bedrockruntime.settings;

import org.springframework.util.Assert;

/**
 * Settings for retries of transient failures: the request was throttled, the model is not
 * ready, the service is unavailable or failed, no connection could be made, or the
 * connection was lost before the response began. The strategies, their pauses and their
 * budget, which all calls of a client share, come from the AWS SDK.
 * <p>
 * Each attempt has a new signature and the same body, so {@code StartAsyncInvoke} keeps
 * its idempotency token. A stream is retried only before its first event was delivered, a
 * bidirectional stream never. The service may bill a call even if its connection is lost
 * before the response begins. As with the AWS SDKs, such a call is retried, but a call
 * whose response timeout expired is not, unless {@link #responseTimeouts()} is set.
 *
 * @param mode the strategy
 * @param maxAttempts the maximum number of attempts, including the first one
 * @param responseTimeouts whether to retry a request if {@link Timeouts#response()}
 * expired, although the service may process and bill both attempts
 * @since 0.1.0
 */
public record RetrySettings(Mode mode, int maxAttempts, boolean responseTimeouts) {

	private static final int DEFAULT_MAX_ATTEMPTS = 3;

	/**
	 * Create an instance.
	 * @param mode the strategy
	 * @param maxAttempts the maximum number of attempts
	 * @param responseTimeouts whether to retry after the response timeout expired
	 */
	public RetrySettings {
		Assert.notNull(mode, "'mode' must not be null");
		Assert.isTrue(maxAttempts > 0, "'maxAttempts' must be positive");
		Assert.isTrue(mode != Mode.NONE || maxAttempts == 1, "'maxAttempts' must be 1 without retries");
	}

	/**
	 * Return AWS's standard strategy, the default: three attempts, with random, growing
	 * pauses that are longer if the request was throttled.
	 * @return the standard strategy
	 */
	public static RetrySettings standard() {
		return new RetrySettings(Mode.STANDARD, DEFAULT_MAX_ATTEMPTS, false);
	}

	/**
	 * Return AWS's adaptive strategy: the standard strategy that also limits the rate of
	 * all attempts of the client, including the first attempt of a call, after the
	 * service has throttled one. It suits a client that calls a single model.
	 * @return the adaptive strategy
	 */
	public static RetrySettings adaptive() {
		return new RetrySettings(Mode.ADAPTIVE, DEFAULT_MAX_ATTEMPTS, false);
	}

	/**
	 * Return settings without retries.
	 * @return a single attempt
	 */
	public static RetrySettings none() {
		return new RetrySettings(Mode.NONE, 1, false);
	}

	/**
	 * Return these settings with another number of attempts.
	 * @param maxAttempts the maximum number of attempts, including the first one
	 * @return the new settings
	 */
	public RetrySettings withMaxAttempts(int maxAttempts) {
		return new RetrySettings(this.mode, maxAttempts, this.responseTimeouts);
	}

	/**
	 * Return these settings with or without retries after a response timeout.
	 * @param responseTimeouts whether to retry after the response timeout expired
	 * @return the new settings
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
