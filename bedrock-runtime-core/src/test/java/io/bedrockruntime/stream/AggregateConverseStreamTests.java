package io.bedrockruntime.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the aggregation of streams over HTTP, with their metadata.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AggregateConverseStreamTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseStreamRequest REQUEST = ConverseStreamRequest.of("model", "text");

	private static final String COUNTED = "HTTP/1.1 200 OK\r\nX-Amzn-Bedrock-Invocation-Latency: 12\r\n"
			+ "X-Amzn-Bedrock-Input-Token-Count: 5\r\nX-Amzn-Bedrock-Output-Token-Count: broken\r\n";

	private final RawServer server = new RawServer();

	private final ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
		.region("eu-central-1")
		.endpoint(this.server.endpoint())
		.apiKey("key")
		.build();

	private final BedrockRuntimeTemplate blocking = new BedrockRuntimeTemplate(this.client);

	private final List<ConverseStreamOutput> events = new ArrayList<>();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void shouldHandOnEventsAndReturnTheResponse() {
		this.server.respond(Responses::completeStream);
		verify(this.client.aggregateConverseStream(REQUEST, this.events::add).block());
		verify(this.blocking.aggregateConverseStream(REQUEST, this.events::add));
		try (EventStream<ConverseStreamOutput> stream = this.blocking.converseStream(REQUEST)) {
			assertThat(ConverseStreamAggregator.aggregate(stream).text()).isEqualTo("Hi");
		}
	}

	private void verify(ConverseResponse response) {
		assertThat(response.text()).isEqualTo("Hi");
		assertThat(response.usage().totalTokens()).isEqualTo(3);
		assertThat(response.responseMetadata().requestId()).isEqualTo("r-1");
		assertThat(response.responseMetadata().attempts()).isEqualTo(1);
		assertThat(this.events).hasSize(4);
		this.events.clear();
	}

	@Test
	void whenStreamIsCutThenFailsAfterTheEventsThatCame() {
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.DELTA);
			peer.writeChunk(new byte[0]);
		});
		StepVerifier.create(this.client.aggregateConverseStream(REQUEST, this.events::add))
			.expectError(TruncatedStreamException.class)
			.verify(WAIT);
		assertThatExceptionOfType(TruncatedStreamException.class)
			.isThrownBy(() -> this.blocking.aggregateConverseStream(REQUEST, this.events::add));
		assertThat(this.events).extracting(ConverseStreamOutput::text).containsExactly("Hi", "Hi");
	}

	@Test
	void whenTakerThrowsOrSubscriberCancelsThenTheExchangeEnds() {
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.DELTA);
		});
		assertThatIllegalStateException().isThrownBy(() -> this.blocking.aggregateConverseStream(REQUEST, (event) -> {
			throw new IllegalStateException("taker");
		})).withMessage("taker");
		await().until(() -> this.server.goneClients() == 1);
		StepVerifier.create(this.client.aggregateConverseStream(REQUEST, (event) -> {
			throw new IllegalStateException("taker");
		})).expectErrorMessage("taker").verify(WAIT);
		await().until(() -> this.server.goneClients() == 2);
		StepVerifier.create(this.client.aggregateConverseStream(REQUEST, this.events::add))
			.expectSubscription()
			.then(() -> await().until(() -> this.events.size() == 1))
			.thenCancel()
			.verify(WAIT);
		await().until(() -> this.server.goneClients() == 3);
	}

	@Test
	void shouldReadCountsFromResponses() {
		this.server.respond(COUNTED + "content-type: application/json\r\ncontent-length: 2\r\n\r\n{}");
		var metadata = this.client.invokeModel(InvokeModelRequest.builder("model").body(Blob.ofUtf8("{}")).build())
			.block()
			.responseMetadata();
		assertThat(metadata.invocationLatency()).isEqualTo(Duration.ofMillis(12));
		assertThat(metadata.inputTokenCount()).isEqualTo(5);
		assertThat(metadata.outputTokenCount()).isNull();
	}

	@Test
	void shouldReadCountsOfStreams() {
		this.server.respond((peer) -> {
			peer.write(COUNTED + "content-type: application/vnd.amazon.eventstream\r\n"
					+ "transfer-encoding: chunked\r\n\r\n");
			peer.writeChunk(Responses.event("chunk", "{\"bytes\":\"e30=\"}"));
			peer.writeChunk(new byte[0]);
		});
		List<Integer> counts = new ArrayList<>();
		this.client
			.invokeModelWithResponseStream(
					InvokeModelWithResponseStreamRequest.builder("model").body(Blob.ofUtf8("{}")).build(),
					(response) -> counts.add(response.responseMetadata().inputTokenCount()))
			.blockLast();
		assertThat(counts).containsExactly(5);
	}

}
