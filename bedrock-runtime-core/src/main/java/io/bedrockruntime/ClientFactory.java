package io.bedrockruntime;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.internal.call.CallExecutor;
import io.bedrockruntime.internal.call.CallTarget;
import io.bedrockruntime.internal.call.ClientContext;
import io.bedrockruntime.internal.call.Endpoints;
import io.bedrockruntime.internal.call.RetryPolicy;
import io.bedrockruntime.internal.call.Signers;
import io.bedrockruntime.internal.call.SigningFilter;
import io.bedrockruntime.internal.call.TargetSelector;
import io.bedrockruntime.internal.call.TimeoutResolver;
import io.bedrockruntime.internal.call.UserAgent;
import io.bedrockruntime.internal.observe.CallInstrumentation;
import io.bedrockruntime.internal.operation.Invocations;
import io.bedrockruntime.internal.operation.RequestDefaultsApplier;
import io.bedrockruntime.internal.operation.RequestMetadataContributor;
import io.bedrockruntime.internal.signing.RequestSigner;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.FailoverTarget;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes a client of what its builder was given.
 */
final class ClientFactory {

	private final BedrockRuntimeBuilder builder;

	/**
	 * What the HTTP client needs takes longest to load of all, so an application that has
	 * not called yet has not paid for it either.
	 */
	private final SingletonSupplier<HttpClientResources> connections;

	private final AtomicReference<@Nullable HttpClientResources> made = new AtomicReference<>();

	ClientFactory(BedrockRuntimeBuilder builder) {
		this.builder = builder;
		Timeouts timeouts = builder.timeouts;
		ConnectionSettings settings = builder.connectionSettings;
		this.connections = SingletonSupplier.of(() -> {
			HttpClientResources connections = HttpClientResources.create(timeouts, settings);
			this.made.set(connections);
			return connections;
		});
	}

	ReactiveBedrockRuntimeTemplate create() {
		BedrockRuntimeBuilder given = this.builder;
		List<CallTarget> targets = targets();
		ClientContext transport = new ClientContext(
				new TargetSelector(targets, given.failover.coolDown(), given.failoverListener, System::nanoTime),
				http2Client(targets.get(0)), given.eventStreamLimits, given.maxResponseLength,
				new RetryPolicy(given.retries, given.retryListener),
				new CallInstrumentation(given.observationRegistry, given.observationConvention));
		CallExecutor exchange = new CallExecutor(transport,
				new TimeoutResolver(given.timeouts, List.copyOf(given.timeoutsByModel), UnaryOperator.identity()));
		RequestDefaultsApplier defaults = new RequestDefaultsApplier(given.requestDefaults);
		return new ReactiveBedrockRuntimeTemplate(exchange, defaults,
				new Invocations(defaults, new RequestMetadataContributor(given.requestMetadata)), () -> {
					exchange.close();
					closeConnections();
				});
	}

	private void closeConnections() {
		HttpClientResources connections = this.made.getAndSet(null);
		if (connections != null) {
			connections.close();
		}
	}

	private Supplier<WebClient> http2Client(CallTarget first) {
		Function<URI, ? extends ClientHttpConnector> connector = (this.builder.http2Connector != null)
				? this.builder.http2Connector
				: (target) -> new ReactorClientHttpConnector(this.connections.obtain().http2Client(target));
		return SingletonSupplier
			.of(() -> first.webClient().mutate().clientConnector(connector.apply(first.endpoint())).build());
	}

	private List<CallTarget> targets() {
		BedrockRuntimeBuilder given = this.builder;
		String region = given.region;
		Assert.state(region != null, "No region is set, and none is guessed");
		URI endpoint = Endpoints.resolve(region, given.endpoint, given.fips, given.dualstack);
		List<CallTarget> targets = new ArrayList<>();
		Supplier<WebClient.Builder> webClientBuilder = SingletonSupplier
			.of(webClientBuilder(given.webClientBuilder, UserAgent.value(given.userAgentAppId)));
		targets.add(target(0, region, endpoint, webClientBuilder, null));
		for (FailoverTarget further : given.failover.targets()) {
			String furtherRegion = (further.region() != null) ? further.region() : region;
			URI furtherEndpoint = (further.region() != null || further.endpoint() != null)
					? Endpoints.resolve(furtherRegion, further.endpoint(), given.fips && further.endpoint() == null,
							given.dualstack && further.endpoint() == null)
					: endpoint;
			targets.add(target(targets.size(), furtherRegion, furtherEndpoint, webClientBuilder, further));
		}
		return targets;
	}

	private Supplier<WebClient.Builder> webClientBuilder(@Nullable Supplier<WebClient.Builder> given,
			String userAgent) {
		return () -> {
			WebClient.Builder builder = (given != null) ? given.get() : WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(this.connections.obtain().httpClient()));
			// The headers that Spring would log on request have the API key or the
			// signature.
			return builder.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(false))
				.defaultHeader("User-Agent", userAgent);
		};
	}

	private CallTarget target(int number, String region, URI endpoint, Supplier<WebClient.Builder> webClientBuilder,
			@Nullable FailoverTarget failover) {
		RequestSigner signer = Signers.create(this.builder.credentialsProvider, this.builder.apiKeyProvider, region,
				this.builder.identityListener);
		SigningFilter filter = new SigningFilter(signer, this.builder.suppressedHeaders);
		Supplier<WebClient> webClient = SingletonSupplier
			.of(() -> webClientBuilder.get().clone().filters((filters) -> filters.add(filter)).build());
		return new CallTarget(number, region, endpoint, webClient, signer, failover);
	}

}
