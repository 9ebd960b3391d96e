package io.bedrockruntime.internal.observe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ObservedUsage;
import io.bedrockruntime.stream.EventStream;
import io.bedrockruntime.testserver.Http2Server;
import io.bedrockruntime.testserver.Responses;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the observation of streams.
 */
class StreamObservationTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final InvokeModelWithResponseStreamRequest INVOKE = InvokeModelWithResponseStreamRequest
		.from(InvokeModelRequest.builder().modelId("model").body(Blob.ofUtf8("{}")).build());

	private static final String METRICS = "{\"type\":\"message_stop\",\"amazon-bedrock-invocationMetrics\":"
			+ "{\"inputTokenCount\":3,\"outputTokenCount\":4,\"invocationLatency\":5,\"firstByteLatency\":2,"
			+ "\"cacheReadInputTokenCount\":30}}";

	private final ObservedClient client = new ObservedClient();

	@AfterEach
	void close() {
		this.client.close();
	}

	private Flux<ConverseStreamOutput> converseStream() {
		return this.client.operations().converseStream((request) -> request.modelId("model").user("text"));
	}

	private static byte[] chunk(String json) {
		return Responses.event("chunk",
				"{\"bytes\":\"" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "\"}");
	}

	private void respondWithChunks(boolean open, String... chunks) {
		this.client.server().respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			for (String chunk : chunks) {
				peer.writeChunk(chunk(chunk));
			}
			if (!open) {
				peer.writeChunk(new byte[0]);
			}
		});
	}

	@Test
	void whenStreamEndsThenObservationHasStoppedBeforeItsEndIsSeen() {
		this.client.server().respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			for (byte[] event : List.of(Responses.START, Responses.DELTA, Responses.DELTA, Responses.DELTA,
					Responses.STOP, Responses.METADATA)) {
				peer.writeChunk(event);
			}
			peer.writeChunk(new byte[0]);
		});
		List<Duration> gaps = new ArrayList<>();
		List<Object> content = new ArrayList<>();
		this.client.registry().observationConfig().observationHandler(new Starts((context) -> {
			context.addChunkListener(gaps::add);
			context.addContentListener(content::add);
		}));
		List<Integer> stopped = new ArrayList<>();
		StepVerifier
			.create(converseStream().doOnNext((event) -> stopped.add(this.client.calls().size()))
				.doOnComplete(() -> stopped.add(this.client.calls().size())))
			.expectNextCount(6)
			.verifyComplete();
		assertThat(stopped).containsExactly(0, 0, 0, 0, 0, 0, 1);
		BedrockRuntimeObservationContext call = this.client.call();
		assertThat(call.isStreaming()).isTrue();
		assertThat(call.usage()).isEqualTo(new ObservedUsage(1, 2, 0, 0, Map.of()));
		assertThat(call.stopReason()).isEqualTo("end_turn");
		assertThat(call.serverLatency()).isEqualTo(Duration.ofMillis(4));
		assertThat(call.timeToFirstChunk()).isPositive();
		assertThat(call.errorType()).isNull();
		assertThat(gaps).hasSize(2);
		assertThat(content).hasSize(6).allMatch(ConverseStreamOutput.class::isInstance);
		assertThat(this.client.httpRequests()).singleElement().matches((request) -> request.isPartOf(call));
	}

	@Test
	void whenOnlyTheStartHasComeThenThereIsNoFirstChunk() {
		this.client.server().respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
			peer.writeChunk(new byte[0]);
		});
		StepVerifier.create(converseStream())
			.expectNextCount(1)
			.expectError(TruncatedStreamException.class)
			.verify(WAIT);
		assertThat(this.client.call().timeToFirstChunk()).isNull();
		assertThat(this.client.call().errorType()).isEqualTo("stream_truncated");
	}

	@Test
	void whenSubscriberCancelsThenThatIsTheErrorTypeAndNoError() {
		this.client.server().respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
			peer.writeChunk(Responses.DELTA);
		});
		StepVerifier.create(converseStream(), 2).expectNextCount(2).thenCancel().verify(WAIT);
		BedrockRuntimeObservationContext call = this.client.call();
		assertThat(call.isCancelled()).isTrue();
		assertThat(call.getError()).isNull();
		assertThat(call.getLowCardinalityKeyValue("error.type").getValue()).isEqualTo("cancelled");
		assertThat(call.stopReason()).isNull();
		await().until(() -> this.client.server().goneClients() == 1);
		assertThat(this.client.calls()).hasSize(1);
	}

	@Test
	void whenReaderClosesEventsThenCallIsCancelled() {
		this.client.server().respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
		});
		try (EventStream<ConverseStreamOutput> events = this.client.blocking()
			.converseStream((request) -> request.modelId("model").user("text"))) {
			assertThat(events.iterator().next()).isInstanceOf(ConverseStreamOutput.MessageStart.class);
		}
		await().until(() -> !this.client.calls().isEmpty());
		assertThat(this.client.call().errorType()).isEqualTo("cancelled");
	}

	@Test
	void whenSubscriberCancelsAfterTheMetadataThenNothingWasCancelled() {
		this.client.server().respond(Responses::completeStream);
		StepVerifier.create(converseStream().takeUntil(ConverseStreamOutput.Metadata.class::isInstance))
			.expectNextCount(4)
			.verifyComplete();
		assertThat(this.client.call().errorType()).isNull();
		assertThat(this.client.call().isCancelled()).isFalse();
	}

	@Test
	void whenExceptionComesInTheStreamThenItIsAnError() {
		this.client.server().respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
			peer.writeChunk(Responses.DELTA);
			peer.writeChunk(EventStreamEncoder.encode(EventStreamMessage.exception("throttlingException",
					"{\"message\":\"slow\"}".getBytes(StandardCharsets.UTF_8))));
		});
		StepVerifier.create(converseStream()).expectNextCount(2).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(ThrottlingException.class);
			assertThat(this.client.call().getError()).isSameAs(ex);
		}).verify(WAIT);
		assertThat(this.client.call().errorType()).isEqualTo("ThrottlingException");
		assertThat(this.client.call().response().httpStatus()).isEqualTo(200);
		assertThat(this.client.call().response().requestId()).isEqualTo("r-1");
	}

	@Test
	void whenLastBytesOfModelHaveMetricsThenTheseAreTheUsage() {
		respondWithChunks(false, "{\"a\":1}", METRICS);
		StepVerifier.create(this.client.operations().invokeModelWithResponseStream(INVOKE))
			.expectNextCount(2)
			.verifyComplete();
		assertThat(this.client.call().usage()).isEqualTo(new ObservedUsage(33, 4, 30, 0, Map.of()));
		assertThat(this.client.call().serverLatency()).isEqualTo(Duration.ofMillis(5));
		assertThat(this.client.call().timeToFirstChunk()).isPositive();
	}

	@Test
	void whenSubscriberCancelsAfterTheMetricsThenNothingWasCancelled() {
		respondWithChunks(true, "{\"a\":1}", METRICS);
		StepVerifier.create(this.client.operations().invokeModelWithResponseStream(INVOKE), 2)
			.expectNextCount(2)
			.thenCancel()
			.verify(WAIT);
		assertThat(this.client.call().usage().inputTokens()).isEqualTo(33);
		assertThat(this.client.call().errorType()).isNull();
	}

	@Test
	void whenBytesOnlyLookLikeMetricsThenThereIsNoUsage() {
		for (String bytes : List.of("{\"text\":\"\\\"amazon-bedrock-invocationMetrics\\\"\"}", "\u0000\u0001", "",
				"{\"amazon-bedrock-invocationMetrics\":7}", "{\"amazon-bedrock-invocationMetrics\"")) {
			assertThat(InvocationMetrics.in(Blob.ofUtf8(bytes))).as(bytes).isNull();
		}
		assertThat(InvocationMetrics.in(Blob.ofUtf8("{\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":-1}}")))
			.isEqualTo(new InvocationMetrics(0, 0, 0, 0, null));
	}

	@Test
	void whenListenersThrowThenStreamContinues() {
		this.client.server().respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			for (byte[] event : List.of(Responses.START, Responses.DELTA, Responses.DELTA, Responses.STOP,
					Responses.METADATA)) {
				peer.writeChunk(event);
			}
			peer.writeChunk(new byte[0]);
		});
		this.client.registry().observationConfig().observationHandler(new Starts((context) -> {
			context.addChunkListener((gap) -> {
				throw new IllegalStateException("listener");
			});
			context.addContentListener((event) -> {
				throw new IllegalStateException("listener");
			});
		}));
		StepVerifier.create(converseStream()).expectNextCount(5).verifyComplete();
	}

	@Test
	void whenEventsToSendFailThenSessionIsAnErrorAndNotCancelled() {
		try (Http2Server server = Http2Server.events((call, payloads) -> Flux.never());
				ObservedClient client = new ObservedClient((builder) -> builder.endpoint(server.endpoint())
					.apiKeyProvider(null)
					.credentialsProvider(
							StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))))) {
			StepVerifier
				.create(client.operations()
					.invokeModelWithBidirectionalStream(new InvokeModelWithBidirectionalStreamRequest("sonic"),
							Flux.error(new IllegalStateException("sender"))))
				.expectError(BedrockRuntimeClientException.class)
				.verify(WAIT);
			assertThat(client.call().getError()).isInstanceOf(BedrockRuntimeClientException.class);
			assertThat(client.call().errorType()).isEqualTo("_OTHER");
		}
	}

	private record Starts(Consumer<BedrockRuntimeObservationContext> action)
			implements
				ObservationHandler<BedrockRuntimeObservationContext> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof BedrockRuntimeObservationContext;
		}

		@Override
		public void onStart(BedrockRuntimeObservationContext context) {
			this.action.accept(context);
		}

	}

}
