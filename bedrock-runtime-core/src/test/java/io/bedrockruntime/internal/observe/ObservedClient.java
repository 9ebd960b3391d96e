package io.bedrockruntime.internal.observe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Client on a bare socket that records the observations of its calls and HTTP requests.
 */
final class ObservedClient implements AutoCloseable {

	private final RawServer server = new RawServer();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final List<BedrockRuntimeObservationContext> calls = new CopyOnWriteArrayList<>();

	private final List<HttpRequest> httpRequests = new CopyOnWriteArrayList<>();

	private final HttpClientResources connections = HttpClientResources.create(Timeouts.defaults(),
			ConnectionSettings.defaults());

	private final ReactiveBedrockRuntimeTemplate operations;

	ObservedClient() {
		this((builder) -> {
		});
	}

	ObservedClient(Consumer<BedrockRuntimeBuilder> customizer) {
		this.registry.observationConfig().observationHandler(new Stops()).observationHandler(new HttpStarts());
		BedrockRuntimeBuilder builder = ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(this.server.endpoint())
			.apiKey("key")
			.webClientBuilder(WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(this.connections.httpClient()))
				.observationRegistry(this.registry))
			.observationRegistry(this.registry);
		customizer.accept(builder);
		this.operations = builder.build();
	}

	RawServer server() {
		return this.server;
	}

	TestObservationRegistry registry() {
		return this.registry;
	}

	ReactiveBedrockRuntimeTemplate operations() {
		return this.operations;
	}

	BedrockRuntimeTemplate blocking() {
		return new BedrockRuntimeTemplate(this.operations);
	}

	/** The stopped observations of calls, one for each stop. */
	List<BedrockRuntimeObservationContext> calls() {
		return this.calls;
	}

	List<HttpRequest> httpRequests() {
		return this.httpRequests;
	}

	/** The text of all observations. */
	BedrockRuntimeObservationContext call() {
		if (this.calls.size() != 1) {
			throw new AssertionError("Not one call but " + this.calls);
		}
		return this.calls.get(0);
	}

	@Override
	public void close() {
		this.operations.close();
		this.connections.close();
		this.server.close();
	}

	/**
	 * HTTP request at the start of its observation.
	 *
	 * @param parent what Reactor's context says that it belongs to
	 * @param current what the thread says that it belongs to
	 */
	record HttpRequest(Observation.ContextView parent, Observation.ContextView current) {

		boolean isPartOf(Observation.ContextView call) {
			return this.parent == call && this.current == call;
		}

	}

	private final class Stops implements ObservationHandler<BedrockRuntimeObservationContext> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof BedrockRuntimeObservationContext;
		}

		@Override
		public void onStop(BedrockRuntimeObservationContext context) {
			ObservedClient.this.calls.add(context);
		}

	}

	private final class HttpStarts implements ObservationHandler<ClientRequestObservationContext> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ClientRequestObservationContext;
		}

		@Override
		public void onStart(ClientRequestObservationContext context) {
			Observation current = ObservedClient.this.registry.getCurrentObservation();
			ObservedClient.this.httpRequests.add(new HttpRequest(
					(context.getParentObservation() != null) ? context.getParentObservation().getContextView() : null,
					(current != null) ? current.getContextView() : null));
		}

	}

}
