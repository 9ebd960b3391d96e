package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.settings.RetrySettings;
import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for the retries of failed requests.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeRetryProperties {

	/**
	 * Retry strategy. If it is not set, AWS_RETRY_MODE or the profile's retry_mode
	 * applies, otherwise the standard strategy.
	 */
	private RetrySettings.@Nullable Mode mode;

	/**
	 * Maximum number of attempts for a request, including the first one. If it is not
	 * set, AWS_MAX_ATTEMPTS or the profile's max_attempts applies, otherwise 3 attempts.
	 */
	private @Nullable Integer maxAttempts;

	/**
	 * Whether to retry a request whose response timeout expired. The service may process
	 * and bill both attempts.
	 */
	private boolean responseTimeouts;

	public RetrySettings.@Nullable Mode getMode() {
		return this.mode;
	}

	public void setMode(RetrySettings.@Nullable Mode mode) {
		this.mode = mode;
	}

	public @Nullable Integer getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(@Nullable Integer maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

	public boolean isResponseTimeouts() {
		return this.responseTimeouts;
	}

	public void setResponseTimeouts(boolean responseTimeouts) {
		this.responseTimeouts = responseTimeouts;
	}

}
