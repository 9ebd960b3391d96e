package io.bedrockruntime.internal.call;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeOutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeS3OutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.DeadPort;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the retries of {@link CallExecutor} on a bare socket.
 */
@Tag("slow")
class CallRetryTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("model", "text");

	private static final RawServer.Responder UNAVAILABLE = (peer) -> peer
		.write("HTTP/1.1 503 \r\ncontent-length: 0\r\nx-amzn-errortype: ServiceUnavailableException\r\n\r\n");

	private static final RawServer.Responder UNAVAILABLE_IN_STREAM = (peer) -> {
		peer.write(Responses.CHUNKED_STREAM);
		peer.writeChunk(exception());
		peer.writeChunk(new byte[0]);
	};

	private final RawServer server = new RawServer();

	private final List<ResponseMetadata> responses = new ArrayList<>();

	private final ReactiveBedrockRuntimeTemplate client = client(RetrySettings.standard(), Timeouts.defaults());

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	private ReactiveBedrockRuntimeTemplate client(RetrySettings retries, Timeouts timeouts) {
		return client(this.server.endpoint(), retries, timeouts);
	}

	private static ReactiveBedrockRuntimeTemplate client(URI endpoint, RetrySettings retries, Timeouts timeouts) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(endpoint)
			.apiKey("key")
			.retries(retries)
			.timeouts(timeouts)
			.build();
	}

	private static byte[] exception() {
		return EventStreamEncoder.encode(EventStreamMessage.exception("serviceUnavailableException",
				"{\"message\":\"m\"}".getBytes(StandardCharsets.UTF_8)));
	}

	/** Respond to one request after the other, and to all further ones as to the last. */
	private void respond(RawServer.Responder... responders) {
		AtomicInteger next = new AtomicInteger();
		this.server
			.respond((peer) -> responders[Math.min(next.getAndIncrement(), responders.length - 1)].respond(peer));
	}

	private static RawServer.Responder ok(String body) {
		return (peer) -> peer.write(Responses.ok(body));
	}

	private Flux<ConverseStreamOutput> stream() {
		return this.client.converseStream(STREAM, (response) -> this.responses.add(response.responseMetadata()));
	}

	private List<String> sent(String header) {
		return this.server.requests().stream().map((request) -> request.header(header)).toList();
	}

	@Test
	void whenServiceIsUnavailableThenTheSameRequestIsSentAgain() {
		respond(UNAVAILABLE, UNAVAILABLE, ok(Responses.CONVERSE_RESPONSE));
		ConverseResponse response = this.client.converse(REQUEST).block(WAIT);
		assertThat(response).isNotNull();
		assertThat(response.responseMetadata().attempts()).isEqualTo(3);
		assertThat(sent("amz-sdk-request")).containsExactly("attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3");
		assertThat(sent("amz-sdk-invocation-id")).hasSize(3).doesNotContainNull();
		assertThat(sent("amz-sdk-invocation-id").stream().distinct()).hasSize(1);
		assertThat(this.server.requests()).extracting(RawServer.Request::body)
			.allSatisfy((body) -> assertThat(body).isEqualTo(this.server.requests().get(0).body()));
		this.client.converse(REQUEST).block(WAIT);
		assertThat(sent("amz-sdk-invocation-id").stream().distinct()).hasSize(2);
	}

	@Test
	void whenInvocationIsStartedAgainThenItsTokenIsTheSame() {
		respond(UNAVAILABLE, ok("{\"invocationArn\":\"arn\"}"));
		this.client
			.startAsyncInvoke(StartAsyncInvokeRequest.of("model", JsonNodeFactory.instance.objectNode(),
					AsyncInvokeOutputDataConfig.s3OutputDataConfig(AsyncInvokeS3OutputDataConfig.of("s3://bucket"))))
			.block(WAIT);
		List<String> bodies = this.server.requests()
			.stream()
			.map((request) -> new String(request.body(), StandardCharsets.UTF_8))
			.toList();
		assertThat(bodies).hasSize(2).allMatch((body) -> body.contains("clientRequestToken"));
		assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
	}

	@Test
	void whenAttemptsAreUsedUpThenErrorCountsThem() {
		respond(UNAVAILABLE);
		for (Flux<?> call : List.of(this.client.converse(REQUEST).flux(), stream())) {
			StepVerifier.create(call).expectErrorSatisfies((ex) -> {
				assertThat(((ServiceUnavailableException) ex).attempts()).isEqualTo(3);
				assertThat(ex).hasMessageContaining("attempt 3");
				assertThat(ex.getSuppressed()).hasSize(2).hasOnlyElementsOfType(ServiceUnavailableException.class);
			}).verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(6);
		assertThat(this.responses).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenUsedConnectionIsBrokenThenTheCallTakesAnother(boolean reset) {
		RawServer.Responder broken = (peer) -> {
			if (reset) {
				peer.reset();
			}
			else {
				peer.fin();
			}
		};
		respond(ok(Responses.CONVERSE_RESPONSE), broken, ok(Responses.CONVERSE_RESPONSE));
		this.client.converse(REQUEST).block(WAIT);
		ConverseResponse response = this.client.converse(REQUEST).block(WAIT);
		assertThat(response).isNotNull();
		assertThat(response.responseMetadata().attempts()).isEqualTo(2);
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void whenConnectionsBreakThenOnlyTheRetrySettingsApply() {
		respond(ok(Responses.CONVERSE_RESPONSE), (peer) -> peer.reset());
		try (ReactiveBedrockRuntimeTemplate single = client(RetrySettings.none(), Timeouts.defaults())) {
			single.converse(REQUEST).block(WAIT);
			StepVerifier.create(single.converse(REQUEST)).expectError(ConnectionResetException.class).verify(WAIT);
		}
		assertThat(sent("amz-sdk-request")).containsExactly("attempt=1; max=1", "attempt=1; max=1");
	}

	@Test
	void whenResponseHasBegunThenABrokenConnectionIsFinal() {
		respond((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{");
			peer.reset();
		});
		StepVerifier.create(this.client.converse(REQUEST)).expectError(ConnectionResetException.class).verify(WAIT);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenResponseTimeoutExpiresThenRequestIsRetriedOnlyIfEnabled() {
		respond((peer) -> {
		});
		// Enough time to send each attempt, even on a busy machine.
		Timeouts impatient = Timeouts.defaults().withResponse(Duration.ofSeconds(1));
		try (ReactiveBedrockRuntimeTemplate careful = client(RetrySettings.standard(), impatient)) {
			StepVerifier.create(careful.converse(REQUEST)).expectError(ResponseTimeoutException.class).verify(WAIT);
			StepVerifier.create(careful.converseStream(STREAM))
				.expectError(ResponseTimeoutException.class)
				.verify(WAIT);
		}
		await().atMost(WAIT).until(() -> this.server.requests().size() == 2);
		try (ReactiveBedrockRuntimeTemplate careless = client(
				RetrySettings.standard().withMaxAttempts(2).withResponseTimeouts(true), impatient)) {
			StepVerifier.create(careless.converse(REQUEST)).expectError(ResponseTimeoutException.class).verify(WAIT);
			StepVerifier.create(careless.converseStream(STREAM))
				.expectError(ResponseTimeoutException.class)
				.verify(WAIT);
		}
		await().atMost(WAIT).until(() -> this.server.requests().size() == 6);
	}

	@Test
	void whenExceptionIsAStreamsFirstMessageThenItIsRetriedAndOneResponseIsReported() {
		respond(UNAVAILABLE_IN_STREAM, Responses::completeStream);
		assertThat(stream().collectList().block(WAIT)).hasSize(4);
		assertThat(this.server.requests()).hasSize(2);
		assertThat(this.responses).extracting(ResponseMetadata::attempts).containsExactly(2);
	}

	@Test
	void whenStreamsFailThenTheLastResponseIsReported() {
		respond(UNAVAILABLE_IN_STREAM);
		StepVerifier.create(stream())
			.expectErrorSatisfies((ex) -> assertThat(((ServiceUnavailableException) ex).attempts()).isEqualTo(3))
			.verify(WAIT);
		assertThat(this.responses).extracting(ResponseMetadata::attempts).containsExactly(3);
	}

	@Test
	void whenStreamHasBegunThenItIsNeverRetried() {
		respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
			peer.writeChunk(exception());
		});
		StepVerifier.create(stream()).expectNextCount(1).expectError(ServiceUnavailableException.class).verify(WAIT);
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.responses).extracting(ResponseMetadata::attempts).containsExactly(1);
	}

	@Test
	void whenStreamIsRetriedThenDemandIsStillHonoured() {
		respond(UNAVAILABLE, Responses::completeStream);
		StepVerifier.create(stream(), 1)
			.expectNextCount(1)
			.thenRequest(2)
			.expectNextCount(2)
			.thenRequest(1)
			.expectNextCount(1)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenTakerOfTheResponseThrowsThenStreamIsNotRetried() {
		respond(Responses::completeStream);
		StepVerifier.create(this.client.converseStream(STREAM, (response) -> {
			throw new IllegalStateException("taker");
		})).expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining("consumer")).verify(WAIT);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenPortIsClosedThenItIsRetried() {
		try (DeadPort dead = new DeadPort();
				ReactiveBedrockRuntimeTemplate nowhere = client(dead.endpoint(), RetrySettings.standard(),
						Timeouts.defaults())) {
			StepVerifier.create(nowhere.converse(REQUEST))
				.expectErrorSatisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(2))
				.verify(WAIT);
		}
	}

}
