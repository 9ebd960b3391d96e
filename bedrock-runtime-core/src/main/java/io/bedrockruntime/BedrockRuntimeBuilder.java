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
 * Builder of clients. The region is required; there is no default. Either credentials or
 * an API key are required.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeBuilder {

	private static final int DEFAULT_MAX_RESPONSE_LENGTH = 64 * 1024 * 1024;

	private @Nullable String region;

	private @Nullable URI endpoint;

	private boolean fips;

	private boolean dualstack;

	private @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider;

	private @Nullable IdentityProvider<? extends TokenIdentity> apiKeyProvider;

	private @Nullable Supplier<WebClient.Builder> webClientBuilder;

	private @Nullable Function<URI, ? extends ClientHttpConnector> http2Connector;

	private RequestDefaults requestDefaults = RequestDefaults.none();

	private Timeouts timeouts = Timeouts.defaults();

	private final List<TimeoutResolver.ByModel> timeoutsByModel = new ArrayList<>();

	private ConnectionSettings connectionSettings = ConnectionSettings.defaults();

	private @Nullable String userAgentAppId;

	private RetrySettings retries = RetrySettings.standard();

	private FailoverSettings failover = FailoverSettings.none();

	private Consumer<FailoverEvent> failoverListener = (event) -> {
	};

	private Consumer<RetryEvent> retryListener = (event) -> {
	};

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable BedrockRuntimeObservationConvention observationConvention;

	private Consumer<IdentityResolution> identityListener = (resolution) -> {
	};

	private @Nullable Function<ContextView, Map<String, String>> requestMetadata;

	private Set<String> suppressedHeaders = Set.of();

	private EventStreamLimits eventStreamLimits = EventStreamLimits.defaults();

	private int maxResponseLength = DEFAULT_MAX_RESPONSE_LENGTH;

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
	 * Set the endpoint, for a VPC endpoint, a gateway or an emulator.
	 * @param endpoint an http or https URL. A path in it precedes those of the
	 * operations. {@code null}, the default, for the endpoint of the region
	 * @return this builder
	 */
	public BedrockRuntimeBuilder endpoint(@Nullable URI endpoint) {
		this.endpoint = endpoint;
		return this;
	}

	/**
	 * Set whether to call the FIPS endpoint of the region. Excludes a custom endpoint.
	 * @param fips whether to call it, {@code false} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder fips(boolean fips) {
		this.fips = fips;
		return this;
	}

	/**
	 * Set whether to call the dual-stack endpoint of the region, which has IPv6 and IPv4
	 * addresses. Excludes a custom endpoint.
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
	 * Authenticate with API keys from a provider.
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
	 * Set the builder of the HTTP client. Its filters run before a request is signed, and
	 * its connector is used as it is: create one from {@link HttpClientResources} to keep
	 * the connect and acquire timeouts, and to have no retries but {@link RetrySettings}.
	 * @param webClientBuilder the builder, which is cloned; {@code null}, the default,
	 * for the HTTP client of this library
	 * @return this builder
	 */
	public BedrockRuntimeBuilder webClientBuilder(WebClient.@Nullable Builder webClientBuilder) {
		this.webClientBuilder = (webClientBuilder != null) ? webClientBuilder.clone()::clone : null;
		return this;
	}

	/**
	 * Set the builder of the HTTP client, as {@link #webClientBuilder} does, but create
	 * it when the client is first used.
	 * @param webClientBuilder supplies the builder
	 * @return this builder
	 */
	public BedrockRuntimeBuilder lazyWebClientBuilder(Supplier<WebClient.Builder> webClientBuilder) {
		this.webClientBuilder = webClientBuilder;
		return this;
	}

	/**
	 * Set the connector for InvokeModelWithBidirectionalStream. That operation needs
	 * HTTP/2, as its response begins before its request has ended.
	 * @param http2Connector creates the connector for an endpoint when that operation is
	 * first called; {@code null}, the default, for the connector of this library
	 * @return this builder
	 * @see HttpClientResources#http2Client
	 */
	public BedrockRuntimeBuilder http2Connector(@Nullable Function<URI, ? extends ClientHttpConnector> http2Connector) {
		this.http2Connector = http2Connector;
		return this;
	}

	/**
	 * Set the defaults for requests that omit a value.
	 * @param requestDefaults the defaults; none by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder requestDefaults(RequestDefaults requestDefaults) {
		this.requestDefaults = requestDefaults;
		return this;
	}

	/**
	 * Set the timeouts of a call.
	 * @param timeouts the timeouts; {@link Timeouts#defaults()} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder timeouts(Timeouts timeouts) {
		this.timeouts = timeouts;
		return this;
	}

	/**
	 * Change the timeouts of calls of some models. Of several changes, the first one
	 * whose pattern matches the model of the call applies.
	 * @param models the models as requests name them: a pattern with {@code *} for any
	 * characters, such as {@code *claude-opus*}
	 * @param timeouts changes the timeouts of the client, except connect
	 * @return this builder
	 * @see BedrockRuntimeOperations#withTimeouts
	 */
	public BedrockRuntimeBuilder timeouts(String models, UnaryOperator<Timeouts> timeouts) {
		Assert.hasText(models, "'models' must not be empty");
		this.timeoutsByModel.add(new TimeoutResolver.ByModel(models, timeouts));
		return this;
	}

	/**
	 * Set how this library creates and keeps connections. A connector that is set with
	 * {@link #webClientBuilder} or {@link #http2Connector} has its own settings.
	 * @param connectionSettings the settings; {@link ConnectionSettings#defaults()} by
	 * default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder connectionSettings(ConnectionSettings connectionSettings) {
		this.connectionSettings = connectionSettings;
		return this;
	}

	/**
	 * Set the application id that the User-Agent header contains after {@code app/}.
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
	 * Set the retries.
	 * @param retries the settings; {@link RetrySettings#standard()} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder retries(RetrySettings retries) {
		this.retries = retries;
		return this;
	}

	/**
	 * Set the targets for requests that the client's own region cannot serve.
	 * @param failover the settings; {@link FailoverSettings#none()} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder failover(FailoverSettings failover) {
		this.failover = failover;
		return this;
	}

	/**
	 * Add a listener that is notified of each failover, for metrics or a log.
	 * @param listener the listener, which must not block
	 * @return this builder
	 */
	public BedrockRuntimeBuilder addFailoverListener(Consumer<FailoverEvent> listener) {
		this.failoverListener = this.failoverListener.andThen(SafeListeners.guarded(listener));
		return this;
	}

	/**
	 * Add a listener that is notified of each failed attempt that is retried at the same
	 * target, for metrics or a log.
	 * @param listener the listener, which must not block
	 * @return this builder
	 */
	public BedrockRuntimeBuilder addRetryListener(Consumer<RetryEvent> listener) {
		this.retryListener = this.retryListener.andThen(SafeListeners.guarded(listener));
		return this;
	}

	/**
	 * Set the registry that observes calls.
	 * @param observationRegistry the registry; a no-op by default
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
	 * Add a listener that is notified of each identity resolution. Each failover target
	 * resolves its identity separately. A provider of fixed credentials or of a fixed key
	 * is asked once, when the client is built.
	 * @param listener the listener, which must not block
	 * @return this builder
	 */
	public BedrockRuntimeBuilder addIdentityListener(Consumer<IdentityResolution> listener) {
		this.identityListener = this.identityListener.andThen(SafeListeners.guarded(listener));
		return this;
	}

	/**
	 * Set the source of metadata for requests of Converse, InvokeModel and their
	 * streaming forms. The invocation log of the service can be filtered by it. An entry
	 * of the request itself takes precedence. A request has at most 16 entries; a key or
	 * value is cut to 256 characters, and a character that the service does not accept
	 * becomes an underscore.
	 * @param requestMetadata supplies the metadata of each call from Reactor's context,
	 * on the thread that subscribes, and must not block; {@code null}, the default, for
	 * none
	 * @return this builder
	 */
	public BedrockRuntimeBuilder requestMetadata(@Nullable Function<ContextView, Map<String, String>> requestMetadata) {
		this.requestMetadata = requestMetadata;
		return this;
	}

	/**
	 * Set the headers to remove before a request is sent, such as those in which an
	 * observed HTTP client propagates a trace.
	 * @param suppressedHeaders the names, in any case; none by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder suppressedHeaders(Collection<String> suppressedHeaders) {
		this.suppressedHeaders = Set.copyOf(suppressedHeaders);
		return this;
	}

	/**
	 * Set the limits on the messages of a stream.
	 * @param eventStreamLimits the limits; {@link EventStreamLimits#defaults()} by
	 * default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder eventStreamLimits(EventStreamLimits eventStreamLimits) {
		this.eventStreamLimits = eventStreamLimits;
		return this;
	}

	/**
	 * Set the limit on the body of a unary response.
	 * @param maxResponseLength the maximum length, in bytes; 64 MiB by default
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
	 * @throws IllegalStateException without a region, without exactly one of credentials
	 * and API key, or with FIPS or dual stack and a custom endpoint
	 */
	public ReactiveBedrockRuntimeTemplate build() {
		TimeoutResolver timeouts = new TimeoutResolver(this.timeouts, List.copyOf(this.timeoutsByModel),
				UnaryOperator.identity());
		return new ClientFactory(new ClientSettings(
				new ClientSettings.Endpoint(this.region, this.endpoint, this.fips, this.dualstack),
				new ClientSettings.Identity(this.credentialsProvider, this.apiKeyProvider, this.identityListener),
				new ClientSettings.Http(this.webClientBuilder, this.http2Connector, this.connectionSettings,
						this.userAgentAppId, this.suppressedHeaders, this.eventStreamLimits, this.maxResponseLength),
				new ClientSettings.Call(this.requestDefaults, this.requestMetadata, timeouts, this.retries,
						this.retryListener, this.failover, this.failoverListener),
				new ClientSettings.Observation(this.observationRegistry, this.observationConvention)))
			.create();
	}

}
