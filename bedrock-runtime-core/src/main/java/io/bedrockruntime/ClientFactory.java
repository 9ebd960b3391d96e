package io.bedrockruntime;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.internal.call.CallExecutor;
import io.bedrockruntime.internal.call.CallTarget;
import io.bedrockruntime.internal.call.ClientContext;
import io.bedrockruntime.internal.call.Endpoints;
import io.bedrockruntime.internal.call.RetryPolicy;
import io.bedrockruntime.internal.call.Signers;
import io.bedrockruntime.internal.call.SigningFilter;
import io.bedrockruntime.internal.call.TargetSelector;
import io.bedrockruntime.internal.call.UserAgent;
import io.bedrockruntime.internal.observe.CallInstrumentation;
import io.bedrockruntime.internal.operation.RequestDefaultsApplier;
import io.bedrockruntime.internal.operation.RequestMetadataContributor;
import io.bedrockruntime.internal.signing.RequestSigner;
import io.bedrockruntime.settings.FailoverTarget;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates clients from their settings.
 */
final class ClientFactory {

	private final ClientSettings settings;

	/**
	 * Created by the first call, because the classes of the HTTP client take the longest
	 * time to load.
	 */
	private final SingletonSupplier<HttpClientResources> resources;

	private final AtomicReference<@Nullable HttpClientResources> created = new AtomicReference<>();

	ClientFactory(ClientSettings settings) {
		this.settings = settings;
		this.resources = SingletonSupplier.of(() -> {
			HttpClientResources resources = HttpClientResources.create(settings.call().timeouts().client(),
					settings.http().connections());
			this.created.set(resources);
			return resources;
		});
	}

	ReactiveBedrockRuntimeTemplate create() {
		ClientSettings.Call call = this.settings.call();
		ClientSettings.Observation observation = this.settings.observation();
		List<CallTarget> targets = targets();
		ClientContext client = new ClientContext(
				new TargetSelector(targets, call.failover().coolDown(), call.failoverListener(), System::nanoTime),
				http2Client(targets.get(0)), this.settings.http().eventStreamLimits(),
				this.settings.http().maxResponseLength(), new RetryPolicy(call.retries(), call.retryListener()),
				new CallInstrumentation(observation.registry(), observation.convention()),
				new RequestDefaultsApplier(call.defaults()), new RequestMetadataContributor(call.requestMetadata()));
		CallExecutor executor = new CallExecutor(client, call.timeouts());
		return new ReactiveBedrockRuntimeTemplate(executor, () -> {
			executor.close();
			closeResources();
		});
	}

	private void closeResources() {
		HttpClientResources resources = this.created.getAndSet(null);
		if (resources != null) {
			resources.close();
		}
	}

	private Supplier<WebClient> http2Client(CallTarget first) {
		Function<URI, ? extends ClientHttpConnector> given = this.settings.http().http2Connector();
		Function<URI, ? extends ClientHttpConnector> connector = (given != null) ? given
				: (target) -> new ReactorClientHttpConnector(this.resources.obtain().http2Client(target));
		return SingletonSupplier
			.of(() -> first.webClient().mutate().clientConnector(connector.apply(first.endpoint())).build());
	}

	private List<CallTarget> targets() {
		ClientSettings.Endpoint own = this.settings.endpoint();
		String region = own.region();
		Assert.state(region != null, "The region is required: set it with region(..)");
		URI endpoint = Endpoints.resolve(region, own.url(), own.fips(), own.dualstack());
		List<CallTarget> targets = new ArrayList<>();
		Supplier<WebClient.Builder> webClientBuilder = SingletonSupplier.of(webClientBuilder());
		targets.add(target(0, region, endpoint, webClientBuilder, null));
		for (FailoverTarget further : this.settings.call().failover().targets()) {
			String furtherRegion = (further.region() != null) ? further.region() : region;
			boolean same = further.region() == null && further.endpoint() == null;
			boolean regional = further.endpoint() == null;
			URI furtherEndpoint = same ? endpoint : Endpoints.resolve(furtherRegion, further.endpoint(),
					own.fips() && regional, own.dualstack() && regional);
			targets.add(target(targets.size(), furtherRegion, furtherEndpoint, webClientBuilder, further));
		}
		return targets;
	}

	private Supplier<WebClient.Builder> webClientBuilder() {
		Supplier<WebClient.Builder> given = this.settings.http().webClientBuilder();
		String userAgent = UserAgent.value(this.settings.http().userAgentAppId());
		return () -> {
			WebClient.Builder builder = (given != null) ? given.get() : WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(this.resources.obtain().httpClient()));
			// If enabled, Spring would log the headers, and with them the API key.
			return builder.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(false))
				.defaultHeader("User-Agent", userAgent);
		};
	}

	private CallTarget target(int number, String region, URI endpoint, Supplier<WebClient.Builder> webClientBuilder,
			@Nullable FailoverTarget failover) {
		ClientSettings.Identity identity = this.settings.identity();
		RequestSigner signer = Signers.create(identity.credentialsProvider(), identity.apiKeyProvider(), region,
				identity.listener());
		SigningFilter filter = new SigningFilter(signer, this.settings.http().suppressedHeaders());
		Supplier<WebClient> webClient = SingletonSupplier
			.of(() -> webClientBuilder.get().clone().filters((filters) -> filters.add(filter)).build());
		return new CallTarget(number, region, endpoint, webClient, signer, failover);
	}

}
