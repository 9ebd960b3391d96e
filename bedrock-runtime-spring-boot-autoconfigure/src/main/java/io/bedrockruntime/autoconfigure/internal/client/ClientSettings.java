package io.bedrockruntime.autoconfigure.internal.client;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;

/**
 * Settings for the requests of a client.
 *
 * @param defaults the defaults for requests
 * @param timeouts the timeouts
 * @param retries the retry settings
 * @param failover the failover settings
 */
public record ClientSettings(RequestDefaults defaults, Timeouts timeouts, RetrySettings retries,
		FailoverSettings failover) {

	public void applyTo(BedrockRuntimeBuilder builder) {
		builder.requestDefaults(this.defaults).timeouts(this.timeouts).retries(this.retries).failover(this.failover);
	}

}
