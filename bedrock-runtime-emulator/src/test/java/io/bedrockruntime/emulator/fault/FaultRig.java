package io.bedrockruntime.emulator.fault;

import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.testing.SignalRecorder;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.stream.EventStream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.netty.http.client.Http2AllocationStrategy;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpConnectionPoolMetrics;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients of the emulator with inspectable pools, one for each protocol and set of
 * timeouts, and the results of their calls.
 */
final class FaultRig implements AutoCloseable {

	static final Duration WAIT = Duration.ofSeconds(20);

	static final String MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0";

	/** Two chunks of text, so that a stream has a middle. */
	static final String TEXT = "One two three four.";

	private static final String PROMPT = "Tell me about rivers.";

	private static final String BODY = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\""
			+ PROMPT + "\"}]}],\"max_tokens\":100,\"anthropic_version\":\"bedrock-2023-05-31\"}";

	final BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();

	private final Map<List<Object>, Client> clients = new LinkedHashMap<>();

	private final Map<Cell.Operation, List<Object>> whole = new LinkedHashMap<>();

	Client client(Cell.Protocol protocol, Timeouts timeouts) {
		return this.clients.computeIfAbsent(List.of(protocol, timeouts),
				(key) -> new Client(this, protocol, this.emulator.endpoint(), timeouts, (builder) -> builder));
	}

	/** Return the result of an operation without faults. */
	List<Object> whole(Cell.Operation operation) {
		return this.whole.computeIfAbsent(operation, (key) -> {
			this.emulator.script().text(TEXT);
			Client client = client(Cell.Protocol.HTTP11, Timeouts.defaults());
			Outcome outcome = client.call(new Cell(operation, Cell.View.BLOCKING, Cell.Protocol.HTTP11));
			assertThat(outcome.failure()).isNull();
			return outcome.values();
		});
	}

	@Override
	public void close() {
		this.clients.values().forEach(Client::close);
		this.emulator.close();
	}

	/**
	 * Result of a call.
	 *
	 * @param values the events, or the text of a unary response
	 * @param failure the failure, or null
	 * @param recorder the recorder of its signals, or null without a subscription
	 */
	record Outcome(List<Object> values, @Nullable Throwable failure, @Nullable SignalRecorder recorder) {

		/** Check that no signal followed the terminal one. */
		void checkSignals() {
			if (this.recorder != null) {
				assertThat(this.recorder.violations()).isEmpty();
				assertThat(this.recorder.ends()).hasSize(1);
			}
		}

	}

	/**
	 * A client and its pool.
	 */
	static final class Client implements AutoCloseable {

		private final List<ConnectionPoolMetrics> pools = new CopyOnWriteArrayList<>();

		private final Cell.Protocol protocol;

		private final ConnectionProvider provider;

		private final HttpClientResources connections;

		final ReactiveBedrockRuntimeTemplate reactive;

		final BedrockRuntimeTemplate blocking;

		Client(FaultRig rig, Cell.Protocol protocol, URI endpoint, Timeouts timeouts,
				UnaryOperator<BedrockRuntimeBuilder> customizer) {
			this(rig, protocol, endpoint, timeouts, customizer, (http) -> http, 50);
		}

		Client(FaultRig rig, Cell.Protocol protocol, URI endpoint, Timeouts timeouts,
				UnaryOperator<BedrockRuntimeBuilder> customizer, UnaryOperator<HttpClient> http, int maxConnections) {
			this.protocol = protocol;
			this.provider = ConnectionProvider.builder("faults")
				.allocationStrategy(Http2AllocationStrategy.builder()
					.maxConnections(maxConnections)
					.maxConcurrentStreams((maxConnections > 1) ? 100 : 1)
					.build())
				.pendingAcquireTimeout(timeouts.acquire())
				.metrics(true, () -> this::register)
				.build();
			this.connections = HttpClientResources.create(timeouts,
					ConnectionSettings.defaults()
						.withHttp2((protocol == Cell.Protocol.HTTP2) ? ConnectionSettings.Http2.REQUIRED
								: ConnectionSettings.Http2.DISABLED));
			HttpClient httpClient = this.connections.configure(http.apply(HttpClient.create(this.provider)));
			this.reactive = customizer
				.apply(ReactiveBedrockRuntimeTemplate.builder()
					.endpoint(endpoint)
					.region(rig.emulator.region())
					.credentialsProvider(StaticCredentialsProvider
						.create(AwsBasicCredentials.create(rig.emulator.accessKeyId(), rig.emulator.secretAccessKey())))
					.timeouts(timeouts)
					.maxResponseLength(1024 * 1024)
					.retries(RetrySettings.none())
					.webClientBuilder(WebClient.builder().clientConnector(new ReactorClientHttpConnector(httpClient))))
				.build();
			this.blocking = new BedrockRuntimeTemplate(this.reactive);
		}

		private void register(String name, String id, SocketAddress address, ConnectionPoolMetrics metrics) {
			this.pools.add(metrics);
		}

		/** Return the number of connections or streams in use or pending. */
		int inUse() {
			int inUse = 0;
			for (ConnectionPoolMetrics pool : this.pools) {
				if (pool instanceof HttpConnectionPoolMetrics http2) {
					inUse += http2.activeStreamSize() + http2.pendingAcquireSize();
				}
				else if (this.protocol == Cell.Protocol.HTTP11) {
					inUse += pool.acquiredSize() + pool.pendingAcquireSize();
				}
			}
			return inUse;
		}

		boolean hasPool() {
			return !this.pools.isEmpty();
		}

		Outcome call(Cell cell) {
			return (cell.view() == Cell.View.REACTIVE) ? reactive(cell) : blocking(cell);
		}

		private Outcome reactive(Cell cell) {
			SignalRecorder recorder = SignalRecorder.of(publisher(cell.operation()));
			try {
				assertThat(recorder.await(WAIT)).as("an end in time").isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			Object end = recorder.ends().get(0);
			return new Outcome(recorder.values().stream().map(Client::comparable).toList(),
					(end instanceof Throwable failure) ? failure : null, recorder);
		}

		Publisher<?> publisher(Cell.Operation operation) {
			return switch (operation) {
				case CONVERSE -> this.reactive.converse(ConverseRequest.of(MODEL, PROMPT));
				case INVOKE_MODEL -> this.reactive.invokeModel(InvokeModelRequest.builder(MODEL).body(BODY).build());
				case CONVERSE_STREAM -> this.reactive.converseStream(ConverseStreamRequest.of(MODEL, PROMPT));
				case INVOKE_MODEL_WITH_RESPONSE_STREAM -> this.reactive.invokeModelWithResponseStream(
						InvokeModelWithResponseStreamRequest.builder(MODEL).body(BODY).build());
			};
		}

		private Outcome blocking(Cell cell) {
			List<Object> values = new ArrayList<>();
			try {
				switch (cell.operation()) {
					case CONVERSE -> values.add(this.blocking.converse(ConverseRequest.of(MODEL, PROMPT)));
					case INVOKE_MODEL ->
						values.add(this.blocking.invokeModel(InvokeModelRequest.builder(MODEL).body(BODY).build()));
					case CONVERSE_STREAM ->
						read(this.blocking.converseStream(ConverseStreamRequest.of(MODEL, PROMPT)), values);
					case INVOKE_MODEL_WITH_RESPONSE_STREAM -> read(this.blocking.invokeModelWithResponseStream(
							InvokeModelWithResponseStreamRequest.builder(MODEL).body(BODY).build()), values);
				}
				return new Outcome(values.stream().map(Client::comparable).toList(), null, null);
			}
			catch (RuntimeException ex) {
				return new Outcome(values.stream().map(Client::comparable).toList(), ex, null);
			}
		}

		private static void read(EventStream<?> events, List<Object> values) {
			try (events) {
				events.forEach(values::add);
			}
		}

		/** Return the text without the parts that differ each time. */
		private static Object comparable(Object value) {
			if (value instanceof ConverseResponse response) {
				return response.text();
			}
			return (value instanceof InvokeModelResponse response) ? response.body().asUtf8String() : value;
		}

		@Override
		public void close() {
			this.reactive.close();
			this.connections.close();
			this.provider.disposeLater().block(WAIT);
		}

	}

}
