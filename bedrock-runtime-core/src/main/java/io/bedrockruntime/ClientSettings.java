package io.bedrockruntime;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.bedrockruntime.event.FailoverEvent;
import io.bedrockruntime.event.RetryEvent;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.identity.IdentityResolution;
import io.bedrockruntime.internal.call.TimeoutResolver;
import io.bedrockruntime.observation.BedrockRuntimeObservationConvention;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Settings of a client, as its builder was given them. Immutable.
 *
 * @param endpoint the region and the endpoint
 * @param identity the source of credentials or of the API key
 * @param http the HTTP clients and the limits of responses
 * @param call the defaults, timeouts, retries and failover of calls
 * @param observation the observation of calls
 */
record ClientSettings(Endpoint endpoint, Identity identity, Http http, Call call, Observation observation) {

	/**
	 * Region and endpoint.
	 */
	record Endpoint(@Nullable String region, @Nullable URI url, boolean fips, boolean dualstack) {
	}

	/**
	 * Source of credentials or of the API key. Exactly one of the providers is required.
	 */
	record Identity(@Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider,
			@Nullable IdentityProvider<? extends TokenIdentity> apiKeyProvider, Consumer<IdentityResolution> listener) {
	}

	/**
	 * HTTP clients and limits of responses.
	 */
	record Http(@Nullable Supplier<WebClient.Builder> webClientBuilder,
			@Nullable Function<URI, ? extends ClientHttpConnector> http2Connector, ConnectionSettings connections,
			@Nullable String userAgentAppId, Set<String> suppressedHeaders, EventStreamLimits eventStreamLimits,
			int maxResponseLength) {
	}

	/**
	 * Defaults, timeouts, retries and failover of calls.
	 */
	record Call(RequestDefaults defaults, @Nullable Function<ContextView, Map<String, String>> requestMetadata,
			TimeoutResolver timeouts, RetrySettings retries, Consumer<RetryEvent> retryListener,
			FailoverSettings failover, Consumer<FailoverEvent> failoverListener) {
	}

	/**
	 * Observation of calls.
	 */
	record Observation(ObservationRegistry registry, @Nullable BedrockRuntimeObservationConvention convention) {
	}

}
