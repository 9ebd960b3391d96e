package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for timeouts that depend on the call and on the model.
 */
@Tag("slow")
class TimeoutResolverTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(200);

	/** Enough time to connect and to send, even on a busy machine. */
	private static final Duration MODERATE = Duration.ofSeconds(1);

	private static final ConverseRequest REQUEST = ConverseRequest.of("eu.fast-model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("eu.fast-model", "text");

	private final RawServer server = new RawServer().respond((peer) -> {
	});

	private final List<AutoCloseable> open = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable closeable : this.open) {
			closeable.close();
		}
		this.server.close();
	}

	private BedrockRuntimeBuilder builder() {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(this.server.endpoint())
			.apiKey("key");
	}

	private ReactiveBedrockRuntimeTemplate build(BedrockRuntimeBuilder builder) {
		ReactiveBedrockRuntimeTemplate client = builder.build();
		this.open.add(client);
		return client;
	}

	@Test
	void whenModelHasItsOwnTimeoutsThenTheyApplyOnlyToIt() {
		ReactiveBedrockRuntimeTemplate client = build(
				builder().timeouts("*fast*", (timeouts) -> timeouts.withResponse(MODERATE)));
		StepVerifier.create(client.converse(REQUEST)).expectError(ResponseTimeoutException.class).verify(WAIT);
		StepVerifier.create(client.converseStream(STREAM)).expectError(ResponseTimeoutException.class).verify(WAIT);
		Disposable slow = client.converse(ConverseRequest.of("eu.slow-model", "text")).subscribe();
		await().until(() -> this.server.requests().size() == 3);
		assertThat(slow.isDisposed()).isFalse();
		slow.dispose();
	}

	@Test
	void whenSeveralPatternsFitThenTheFirstCounts() {
		TimeoutResolver clocks = new TimeoutResolver(Timeouts.defaults(),
				List.of(new TimeoutResolver.ByModel("eu.*", (timeouts) -> timeouts.withCall(Duration.ofSeconds(1))),
						new TimeoutResolver.ByModel("*", (timeouts) -> timeouts.withIdle(Duration.ofSeconds(2)))),
				(timeouts) -> timeouts);
		assertThat(clocks.of("eu.model")).isEqualTo(Timeouts.defaults().withCall(Duration.ofSeconds(1)));
		assertThat(clocks.of("us.model")).isEqualTo(Timeouts.defaults().withIdle(Duration.ofSeconds(2)));
		assertThat(clocks.of(null)).isEqualTo(Timeouts.defaults());
	}

	@Test
	void whenCallHasItsOwnTimeoutsThenTheyOverrideThoseOfTheModel() {
		TimeoutResolver clocks = new TimeoutResolver(Timeouts.defaults(),
				List.of(new TimeoutResolver.ByModel("*", (timeouts) -> timeouts.withCall(Duration.ofSeconds(1)))),
				(timeouts) -> timeouts)
			.with((timeouts) -> timeouts.withIdle(Duration.ofSeconds(3)))
			.with((timeouts) -> timeouts.withCall(timeouts.call().plusSeconds(1)));
		assertThat(clocks.of("model"))
			.isEqualTo(Timeouts.defaults().withIdle(Duration.ofSeconds(3)).withCall(Duration.ofSeconds(2)));
	}

	@Test
	void whenTimeoutsOfCallAreShortThenEachHasItsOwnException() {
		ReactiveBedrockRuntimeTemplate client = build(builder());
		StepVerifier.create(client.withTimeouts((timeouts) -> timeouts.withResponse(SHORT)).converse(REQUEST))
			.expectError(ResponseTimeoutException.class)
			.verify(WAIT);
		StepVerifier.create(client.withTimeouts((timeouts) -> timeouts.withCall(SHORT)).converse(REQUEST))
			.expectError(CallTimeoutException.class)
			.verify(WAIT);
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
		});
		StepVerifier.create(client.withTimeouts((timeouts) -> timeouts.withIdle(SHORT)).converseStream(STREAM))
			.expectNextCount(1)
			.expectError(IdleTimeoutException.class)
			.verify(WAIT);
		BedrockRuntimeOperations blocking = new BedrockRuntimeTemplate(client)
			.withTimeouts((timeouts) -> timeouts.withCall(SHORT));
		assertThatExceptionOfType(CallTimeoutException.class).isThrownBy(() -> blocking.converse(REQUEST));
	}

	@Test
	void whenResponseIsSilentInTheMiddleThenIdleTimeoutOfTheCallExpires() {
		this.server.respond((peer) -> peer.write("HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{"));
		StepVerifier.create(build(builder()).withTimeouts((timeouts) -> timeouts.withIdle(SHORT)).converse(REQUEST))
			.expectError(IdleTimeoutException.class)
			.verify(WAIT);
	}

	@Test
	void whenPoolHasNoConnectionThenAcquireTimeoutExpiresAndTheOtherCallContinues() {
		HttpClientResources connections = HttpClientResources.create(Timeouts.defaults(), 1);
		this.open.add(connections);
		ReactiveBedrockRuntimeTemplate client = build(builder().webClientBuilder(
				WebClient.builder().clientConnector(new ReactorClientHttpConnector(connections.httpClient()))));
		Disposable holder = client.converse(REQUEST).subscribe();
		await().until(() -> this.server.requests().size() == 1);
		ReactiveBedrockRuntimeOperations impatient = client.withTimeouts((timeouts) -> timeouts.withAcquire(SHORT));
		StepVerifier.create(impatient.converse(REQUEST)).expectError(AcquireTimeoutException.class).verify(WAIT);
		StepVerifier.create(impatient.converseStream(STREAM)).expectError(AcquireTimeoutException.class).verify(WAIT);
		assertThat(holder.isDisposed()).isFalse();
		holder.dispose();
		// The acquire timeout ends when the call has a connection.
		StepVerifier
			.create(client
				.withTimeouts((timeouts) -> timeouts.withAcquire(MODERATE).withResponse(MODERATE.multipliedBy(2)))
				.converse(REQUEST))
			.expectError(ResponseTimeoutException.class)
			.verify(WAIT);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void whenCallHasALongerTimeoutThanTheClientThenItWaitsLongerForAConnection() {
		ReactiveBedrockRuntimeTemplate client = build(builder().timeouts(Timeouts.defaults().withAcquire(SHORT))
			.connectionSettings(ConnectionSettings.defaults().withMaxConnections(1)));
		ReactiveBedrockRuntimeOperations morePatient = client.withTimeouts((timeouts) -> timeouts.withAcquire(WAIT));
		Disposable holder = morePatient.converse(REQUEST).subscribe();
		await().until(() -> this.server.requests().size() == 1);
		Mono<ConverseResponse> patient = morePatient.converse(REQUEST).cache();
		patient.subscribe();
		StepVerifier.create(client.converse(REQUEST)).expectError(AcquireTimeoutException.class).verify(WAIT);
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		holder.dispose();
		assertThat(patient.block(WAIT)).isNotNull();
	}

	@Test
	void whenCallChangesTheConnectTimeoutThenItIsRefused() {
		StepVerifier.create(build(builder()).withTimeouts((timeouts) -> timeouts.withConnect(SHORT)).converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("'connect'"))
			.verify(WAIT);
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenViewIsClosedThenTheClientContinues() {
		ReactiveBedrockRuntimeTemplate client = build(builder());
		client.withTimeouts((timeouts) -> timeouts).close();
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		assertThat(client.converse(REQUEST).block(WAIT)).isNotNull();
	}

}
