package io.bedrockruntime;

import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;

import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.signing.BearerTokenSigner;
import io.bedrockruntime.signing.RequestSigner;
import io.bedrockruntime.signing.SignatureV4Signer;
import io.bedrockruntime.signing.StaticApiKeyProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builds clients. A region is needed, for it is never guessed; and credentials or an API
 * key.
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

	private WebClient.@Nullable Builder webClientBuilder;

	private @Nullable Function<URI, ? extends ClientHttpConnector> http2Connector;

	private RequestDefaults requestDefaults = RequestDefaults.none();

	private Timeouts timeouts = Timeouts.defaults();

	private Retries retries = Retries.standard();

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
	 * and its connector is used as it is: make one from {@link Connections} to keep the
	 * connect and acquire timeouts, and to have no retries but {@link Retries}.
	 * @param webClientBuilder the builder, which is cloned; {@code null}, the default,
	 * for an HTTP client of the library's own
	 * @return this builder
	 */
	public BedrockRuntimeBuilder webClientBuilder(WebClient.@Nullable Builder webClientBuilder) {
		this.webClientBuilder = webClientBuilder;
		return this;
	}

	/**
	 * Set what connects the one operation that needs HTTP/2, since its answer begins
	 * before its request has ended: InvokeModelWithBidirectionalStream.
	 * @param http2Connector makes the connector for an endpoint when that operation is
	 * first called; {@code null}, the default, for one of the library's own
	 * @return this builder
	 * @see Connections#http2Client
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
	 * Set how failed requests are sent again.
	 * @param retries the retries; {@link Retries#standard()} by default
	 * @return this builder
	 */
	public BedrockRuntimeBuilder retries(Retries retries) {
		this.retries = retries;
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
		String region = this.region;
		Assert.state(region != null, "No region is set, and none is guessed");
		URI endpoint = Endpoints.resolve(region, this.endpoint, this.fips, this.dualstack);
		SigningFilter signing = new SigningFilter(signer(region), this.timeouts.response());
		// Makes no connection, nor any thread, before the first call.
		Connections own = Connections.create(this.timeouts);
		WebClient.Builder builder = (this.webClientBuilder != null) ? this.webClientBuilder.clone()
				: WebClient.builder().clientConnector(new ReactorClientHttpConnector(own.httpClient()));
		// The headers that Spring would log on request have the API key or the signature.
		builder.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(false))
			.defaultHeader("User-Agent", UserAgent.VALUE)
			.filters((filters) -> filters.add(signing));
		Function<URI, ? extends ClientHttpConnector> http2Connector = (this.http2Connector != null)
				? this.http2Connector : (target) -> new ReactorClientHttpConnector(own.http2Client(target));
		Supplier<WebClient> http2Client = SingletonSupplier
			.of(() -> builder.clone().clientConnector(http2Connector.apply(endpoint)).build());
		Exchange exchange = new Exchange(builder.build(), http2Client, endpoint, this.timeouts, this.eventStreamLimits,
				this.maxResponseLength, this.retries);
		return new ReactiveBedrockRuntimeTemplate(exchange, this.requestDefaults, own::close);
	}

	private RequestSigner signer(String region) {
		if (this.credentialsProvider != null && this.apiKeyProvider == null) {
			return new SignatureV4Signer(this.credentialsProvider, region);
		}
		if (this.apiKeyProvider != null && this.credentialsProvider == null) {
			return new BearerTokenSigner(this.apiKeyProvider);
		}
		throw new IllegalStateException("Set either a credentials provider or an API key");
	}

}
