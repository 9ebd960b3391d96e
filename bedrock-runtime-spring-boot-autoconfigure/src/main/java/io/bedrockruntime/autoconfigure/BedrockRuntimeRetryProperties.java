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
	 * Strategy of retries. Without it, what AWS's SDKs are set to in the environment or
	 * the profile, and otherwise the standard one.
	 */
	private RetrySettings.@Nullable Mode mode;

	/**
	 * Maximum number of times to send a request, the first time included. Without it,
	 * what AWS's SDKs are set to in the environment or the profile, and otherwise 3.
	 */
	private @Nullable Integer maxAttempts;

	/**
	 * Whether to send a request again whose response did not arrive in time. The service
	 * may work on both and bill both.
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
