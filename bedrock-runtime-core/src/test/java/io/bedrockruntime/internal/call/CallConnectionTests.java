package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the connections that {@link CallExecutor} uses, on a bare socket.
 */
class CallConnectionTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("model", "text");

	private final RawServer server = new RawServer();

	/** One connection, so that a call waits until the previous call returns it. */
	private final ConnectionProvider pool = ConnectionProvider.create("single", 1);

	private final ReactiveBedrockRuntimeTemplate client = builder()
		.webClientBuilder(
				WebClient.builder().clientConnector(new ReactorClientHttpConnector(HttpClient.create(this.pool))))
		.build();

	@AfterEach
	void close() {
		this.client.close();
		this.pool.dispose();
		this.server.close();
	}

	private BedrockRuntimeBuilder builder() {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(this.server.endpoint())
			.apiKey("key")
			.retries(RetrySettings.none());
	}

	@Test
	void whenStreamIsCompleteThenItsConnectionServesFurtherCalls() {
		this.server.respond(Responses::completeStream);
		for (int i = 0; i < 20; i++) {
			assertThat(stream().collectList().block(WAIT)).hasSize(4);
		}
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		for (int i = 0; i < 20; i++) {
			assertThat(converse().text()).isEqualTo("Hi");
		}
		assertThat(this.server.requests()).hasSize(40);
		// A connection is returned to the pool right after the end was signalled, so a
		// fast call may not find it there yet.
		assertThat(this.server.connections()).isLessThan(10);
	}

	@Test
	void whenResponseIsAnErrorThenItsConnectionServesFurtherCalls() {
		this.server.respond("HTTP/1.1 429 \r\ncontent-length: 2\r\nx-amzn-errortype: ThrottlingException\r\n\r\n{}");
		for (int i = 0; i < 10; i++) {
			StepVerifier.create(stream()).expectError(ThrottlingException.class).verify(WAIT);
			StepVerifier.create(this.client.converse(REQUEST)).expectError(ThrottlingException.class).verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(20);
		assertThat(this.server.connections()).isLessThan(10);
	}

	@Test
	void whenCancelledThenConnectionIsClosedAndNotUsedAgain() {
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
			peer.writeChunk(Responses.DELTA);
		});
		StepVerifier.create(stream()).expectNextCount(2).thenCancel().verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
		this.server.respond(Responses::completeStream);
		assertThat(stream().collectList().block(WAIT)).hasSize(4);
		assertThat(this.server.connections()).isEqualTo(2);
	}

	@Test
	void whenCancelledBeforeOrDuringAResponseThenConnectionIsClosed() {
		List<RawServer.Responder> responders = List.of((peer) -> {
		}, (peer) -> peer.write("HTTP/1.1 200 OK\r\ncontent-len"),
				(peer) -> peer.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"output\""),
				(peer) -> peer.write("HTTP/1.1 500 \r\ncontent-length: 100\r\n\r\n{\"message\""));
		for (int i = 0; i < responders.size(); i++) {
			int number = i + 1;
			this.server.respond(responders.get(i));
			Disposable call = this.client.converse(REQUEST).subscribe();
			await().until(() -> this.server.requests().size() == number);
			call.dispose();
			await().until(() -> this.server.goneClients() == number);
		}
	}

	@Test
	void whenCancelledImmediatelyThenNothingRemains() {
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		for (int i = 0; i < 50; i++) {
			this.client.converse(REQUEST).subscribe().dispose();
		}
		// A connection that was made for a call and carries no request is idle in the
		// pool and may be kept. A connection with a request may not.
		await().until(() -> this.server.goneClients() >= connectionsWithRequest());
		assertThat(converse().text()).isEqualTo("Hi");
	}

	private long connectionsWithRequest() {
		return this.server.requests().stream().map(RawServer.Request::connection).distinct().count();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenUsedConnectionBreaksUnderTheNextCallThenItIsNotSentTwice(boolean reset) {
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		converse();
		this.server.respond((peer) -> {
			if (reset) {
				peer.reset();
			}
			else {
				peer.fin();
			}
		});
		StepVerifier.create(this.client.converse(REQUEST)).expectError(ConnectionResetException.class).verify(WAIT);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void whenClosedThenFurtherCallsSaySo() {
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		ReactiveBedrockRuntimeTemplate own = builder().build();
		own.converse(REQUEST).block(WAIT);
		own.close();
		own.close();
		for (Flux<?> call : List.of(own.converse(REQUEST).flux(), own.converseStream(STREAM))) {
			StepVerifier.create(call)
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BedrockRuntimeClientException.class)
					.hasMessageContaining("closed"))
				.verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(1);
		await().until(() -> this.server.goneClients() == 1);
	}

	private Flux<ConverseStreamOutput> stream() {
		return this.client.converseStream(STREAM);
	}

	private ConverseResponse converse() {
		ConverseResponse response = this.client.converse(REQUEST).block(WAIT);
		assertThat(response).isNotNull();
		return response;
	}

}
