package io.bedrockruntime;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.bedrockruntime.event.FailoverEvent;
import io.bedrockruntime.event.RetryEvent;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.identity.IdentityResolution;
import io.bedrockruntime.identity.StaticApiKeyProvider;
import io.bedrockruntime.internal.SafeListeners;
import io.bedrockruntime.internal.call.TimeoutResolver;
import io.bedrockruntime.internal.call.UserAgent;
import io.bedrockruntime.observation.BedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builds clients. A region is needed, for it is never guessed; and credentials or an API
 * key.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeBuilder {

	private static final int DEFAULT_MAX_RESPONSE_LENGTH = 64 * 1024 * 1024;

	@Nullable String region;

	@Nullable URI endpoint;

	boolean fips;

	boolean dualstack;

	@Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider;

	@Nullable IdentityProvider<? extends TokenIdentity> apiKeyProvider;

	@Nullable Supplier<WebClient.Builder> webClientBuilder;

	@Nullable Function<URI, ? extends ClientHttpConnector> http2Connector;

	RequestDefaults requestDefaults = RequestDefaults.none();

	Timeouts timeouts = Timeouts.defaults();

	final List<TimeoutResolver.ByModel> timeoutsByModel = new ArrayList<>();

	ConnectionSettings connectionSettings = ConnectionSettings.defaults();

	@Nullable String userAgentAppId;

	RetrySettings retries = RetrySettings.standard();

	FailoverSettings failover = FailoverSettings.none();

	Consumer<FailoverEvent> failoverListener = (event) -> {
	};

	Consumer<RetryEvent> retryListener = (event) -> {
	};

	ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	@Nullable BedrockRuntimeObservationConvention observationConvention;

	Consumer<IdentityResolution> identityListener = (resolution) -> {
	};

	@Nullable Function<ContextView, Map<String, String>> requestMetadata;

	Set<String> suppressedHeaders = Set.of();

	EventStreamLimits eventStreamLimits = EventStreamLimits.defaults();

	int maxResponseLength = DEFAULT_MAX_RESPONSE_LENGTH;

	BedrockRuntimeBuilder() {
	}

	/**
	 * Set the region to call and to sign for.
	 * @param region the region, such as {@code eu-central-1}
	 * @return this builder
	 */
	public BedrockRuntimeBuilder region(String region) {
		Assert.hasText(region, "'region' must not be empty");
		this.region = region;
		return this;
	}

	/**
	 * Set the endpoint, for a VPC endpoint, a proxy or an emulator.
	 * @param endpoint an http or https URL, with a path before those of the operations or
	 * without; {@code null}, the default, for the region's own
	 * @return this builder
	 */
	public BedrockRuntimeBuilder endpoint(@Nullable URI endpoint) {
		this.endpoint = endpoint;
		return this;
	}

	/**
	 * Set whether to call the region's endpoint that is validated under FIPS 140.
	 * Excludes a custom endpoint.
	 * @param fips whether to call it; {@code false} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder fips(boolean fips) {
		this.fips = fips;
		return this;
	}

	/**
	 * Set whether to call the region's endpoint that is reached over IPv6 as well as
	 * IPv4. Excludes a custom endpoint.
	 * @param dualstack whether to call it; {@code false} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder dualstack(boolean dualstack) {
		this.dualstack = dualstack;
		return this;
	}

	/**
	 * Sign with Signature Version 4.
	 * @param credentialsProvider the source of credentials, such as any
	 * {@code AwsCredentialsProvider}; {@code null} for none
	 * @return this builder
	 */
	public BedrockRuntimeBuilder credentialsProvider(
			@Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider) {
		this.credentialsProvider = credentialsProvider;
		return this;
	}

	/**
	 * Authenticate with API keys that may change.
	 * @param apiKeyProvider the source of the key; {@code null} for none
	 * @return this builder
	 */
	public BedrockRuntimeBuilder apiKeyProvider(@Nullable IdentityProvider<? extends TokenIdentity> apiKeyProvider) {
		this.apiKeyProvider = apiKeyProvider;
		return this;
	}

	/**
	 * Authenticate with an API key.
	 * @param apiKey the key
	 * @return this builder
	 */
	public BedrockRuntimeBuilder apiKey(String apiKey) {
		return apiKeyProvider(new StaticApiKeyProvider(apiKey));
	}

	/**
	 * Set what the HTTP client is built from. Its filters run before a request is signed,
	 * and its connector is used as it is: make one from {@link HttpClientResources} to
	 * keep the connect and acquire timeouts, and to have no retries but
	 * {@link RetrySettings}.
	 * @param webClientBuilder the builder, which is cloned; {@code null}, the default,
	 * for an HTTP client of the library's own
	 * @return this builder
	 */
	public BedrockRuntimeBuilder webClientBuilder(WebClient.@Nullable Builder webClientBuilder) {
		this.webClientBuilder = (webClientBuilder != null) ? webClientBuilder.clone()::clone : null;
		return this;
	}

	/**
	 * Set what the HTTP client is built from, as {@link #webClientBuilder} does, but have
	 * it made when the client is first used.
	 * @param webClientBuilder makes the builder
	 * @return this builder
	 */
	public BedrockRuntimeBuilder lazyWebClientBuilder(Supplier<WebClient.Builder> webClientBuilder) {
		this.webClientBuilder = webClientBuilder;
		return this;
	}

	/**
	 * Set what connects the one operation that needs HTTP/2, since its answer begins
	 * before its request has ended: InvokeModelWithBidirectionalStream.
	 * @param http2Connector makes the connector for an endpoint when that operation is
	 * first called; {@code null}, the default, for one of the library's own
	 * @return this builder
	 * @see HttpClientResources#http2Client
	 */
	public BedrockRuntimeBuilder http2Connector(@Nullable Function<URI, ? extends ClientHttpConnector> http2Connector) {
		this.http2Connector = http2Connector;
		return this;
	}

	/**
	 * Set what fills the gaps of requests.
	 * @param requestDefaults the defaults; none by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder requestDefaults(RequestDefaults requestDefaults) {
		this.requestDefaults = requestDefaults;
		return this;
	}

	/**
	 * Set the clocks of a call.
	 * @param timeouts the clocks; {@link Timeouts#defaults()} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder timeouts(Timeouts timeouts) {
		this.timeouts = timeouts;
		return this;
	}

	/**
	 * Change the clocks of calls of some models. Of several changes the first one whose
	 * pattern fits a call's model counts.
	 * @param models which models, by what a request names: a pattern with {@code *} for
	 * any characters, such as {@code *claude-opus*}
	 * @param timeouts changes the client's clocks, all but connect
	 * @return this builder
	 * @see BedrockRuntimeOperations#withTimeouts
	 */
	public BedrockRuntimeBuilder timeouts(String models, UnaryOperator<Timeouts> timeouts) {
		Assert.hasText(models, "'models' must not be empty");
		this.timeoutsByModel.add(new TimeoutResolver.ByModel(models, timeouts));
		return this;
	}

	/**
	 * Set how the library's own connections are made and kept. A connector that is set
	 * with {@link #webClientBuilder} or {@link #http2Connector} has settings of its own.
	 * @param connectionSettings the settings; {@link ConnectionSettings#defaults()} by
	 * default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder connectionSettings(ConnectionSettings connectionSettings) {
		this.connectionSettings = connectionSettings;
		return this;
	}

	/**
	 * Set what tells the service which application calls, in the user agent after
	 * {@code app/}.
	 * @param userAgentAppId 1 to 50 characters, each a letter, a digit or one of
	 * {@code !#$%&'*+-.^_`|~}; {@code null}, the default, for none
	 * @return this builder
	 */
	public BedrockRuntimeBuilder userAgentAppId(@Nullable String userAgentAppId) {
		if (userAgentAppId != null) {
			UserAgent.requireAppId(userAgentAppId);
		}
		this.userAgentAppId = userAgentAppId;
		return this;
	}

	/**
	 * Set how failed requests are sent again.
	 * @param retries the retries; {@link RetrySettings#standard()} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder retries(RetrySettings retries) {
		this.retries = retries;
		return this;
	}

	/**
	 * Set where requests go that the client's own region cannot serve.
	 * @param failover the further targets; {@link FailoverSettings#none()} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder failover(FailoverSettings failover) {
		this.failover = failover;
		return this;
	}

	/**
	 * Add what is told of each call that goes on in another place, for metrics or a log.
	 * @param listener the listener, which must not block
	 * @return this builder
	 */
	public BedrockRuntimeBuilder addFailoverListener(Consumer<FailoverEvent> listener) {
		this.failoverListener = this.failoverListener.andThen(SafeListeners.guarded(listener));
		return this;
	}

	/**
	 * Add what is told of each attempt that failed and will be followed by another one in
	 * the same place, for metrics or a log.
	 * @param listener the listener, which must not block
	 * @return this builder
	 */
	public BedrockRuntimeBuilder addRetryListener(Consumer<RetryEvent> listener) {
		this.retryListener = this.retryListener.andThen(SafeListeners.guarded(listener));
		return this;
	}

	/**
	 * Set where calls are observed.
	 * @param observationRegistry the registry; by default one that does nothing
	 * @return this builder
	 */
	public BedrockRuntimeBuilder observationRegistry(ObservationRegistry observationRegistry) {
		this.observationRegistry = observationRegistry;
		return this;
	}

	/**
	 * Set the names, keys and values of observations.
	 * @param observationConvention the convention; {@code null}, the default, for
	 * {@link DefaultBedrockRuntimeObservationConvention} and conventions of the registry
	 * @return this builder
	 */
	public BedrockRuntimeBuilder observationConvention(
			@Nullable BedrockRuntimeObservationConvention observationConvention) {
		this.observationConvention = observationConvention;
		return this;
	}

	/**
	 * Add what is told of each answer of the credentials or API key provider. Each place
	 * of {@link #failover} asks for itself; a provider of what stays the same is asked
	 * once, when the client is built.
	 * @param listener the listener, which must not block
	 * @return this builder
	 */
	public BedrockRuntimeBuilder addIdentityListener(Consumer<IdentityResolution> listener) {
		this.identityListener = this.identityListener.andThen(SafeListeners.guarded(listener));
		return this;
	}

	/**
	 * Set what adds metadata to requests of Converse and InvokeModel and their streaming
	 * forms, by which the service's invocation log can be filtered. What a request has
	 * itself wins. Of what is added only 16 entries go out, cut to 256 characters, and
	 * with an underscore for each character that the service does not take.
	 * @param requestMetadata is asked for each call, with Reactor's context and on the
	 * thread that subscribes, and must not block; {@code null}, the default, for none
	 * @return this builder
	 */
	public BedrockRuntimeBuilder requestMetadata(@Nullable Function<ContextView, Map<String, String>> requestMetadata) {
		this.requestMetadata = requestMetadata;
		return this;
	}

	/**
	 * Set headers that are taken off requests before they go out, such as those with
	 * which an observed HTTP client passes a trace on.
	 * @param suppressedHeaders the names, in any case; none by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder suppressedHeaders(Collection<String> suppressedHeaders) {
		this.suppressedHeaders = Set.copyOf(suppressedHeaders);
		return this;
	}

	/**
	 * Set the bounds on the messages of a stream.
	 * @param eventStreamLimits the bounds; {@link EventStreamLimits#defaults()} by
	 * default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder eventStreamLimits(EventStreamLimits eventStreamLimits) {
		this.eventStreamLimits = eventStreamLimits;
		return this;
	}

	/**
	 * Set the bound on a unary answer.
	 * @param maxResponseLength the most bytes to take; 64 MiB by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder maxResponseLength(int maxResponseLength) {
		Assert.isTrue(maxResponseLength > 0, "'maxResponseLength' must be positive");
		this.maxResponseLength = maxResponseLength;
		return this;
	}

	/**
	 * Build a client.
	 * @return the client, to be closed by the caller
	 * @throws IllegalStateException if there is no region, or not exactly one of
	 * credentials and API key, or FIPS or dual stack with a custom endpoint
	 */
	public ReactiveBedrockRuntimeTemplate build() {
		return new ClientFactory(this).create();
	}

}
