package io.bedrockruntime.autoconfigure.internal.client;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;

/**
 * What a client does with requests.
 *
 * @param defaults what fills the gaps of requests
 * @param timeouts the clocks
 * @param retries how failed requests are sent again
 * @param failover where requests go that the region cannot serve
 */
public record ClientSettings(RequestDefaults defaults, Timeouts timeouts, RetrySettings retries,
		FailoverSettings failover) {

	public void applyTo(BedrockRuntimeBuilder builder) {
		builder.requestDefaults(this.defaults).timeouts(this.timeouts).retries(this.retries).failover(this.failover);
	}

}
