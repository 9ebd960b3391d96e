package io.bedrockruntime.internal.operation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.testserver.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;
import reactor.util.context.ContextView;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link RequestMetadataContributor}.
 */
class RequestMetadataContributorTests {

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final InvokeModelRequest INVOKE = InvokeModelRequest.builder()
		.modelId("model")
		.body(Blob.ofUtf8("{}"))
		.build();

	private final RawServer server = new RawServer();

	@AfterEach
	void close() {
		this.server.close();
	}

	private static RequestMetadataContributor adding(Map<String, String> metadata) {
		return new RequestMetadataContributor((context) -> metadata);
	}

	@Test
	void whenRequestHasAnEntryItselfThenItWins() {
		ConverseRequest request = REQUEST.toBuilder().requestMetadata(Map.of("team", "own")).build();
		assertThat(adding(Map.of("team", "added", "tenant", "t-1")).addTo(InferenceRequest.of(request), Context.empty())
			.requestMetadata()).containsOnly(entry("team", "own"), entry("tenant", "t-1"));
	}

	@Test
	void whenNothingIsAddedThenRequestIsUnchanged() {
		assertThat(adding(Map.of()).addTo(InferenceRequest.of(REQUEST), Context.empty())).isSameAs(REQUEST);
		assertThat(adding(Map.of()).addTo(InferenceRequest.of(INVOKE), Context.empty())).isSameAs(INVOKE);
		assertThat(new RequestMetadataContributor(null).contributesTo(Operations.CONVERSE)).isFalse();
		assertThat(adding(Map.of()).contributesTo(Operations.CONVERSE)).isTrue();
		assertThat(adding(Map.of()).contributesTo(Operations.COUNT_TOKENS)).isFalse();
	}

	@Test
	void whenMoreIsAddedThanTheServiceTakesThenTheRestIsLeftOut() {
		Map<String, String> many = new LinkedHashMap<>();
		IntStream.range(0, 20).forEach((i) -> many.put("key" + i, "value"));
		Map<String, String> metadata = adding(many).addTo(InferenceRequest.of(REQUEST), Context.empty())
			.requestMetadata();
		assertThat(metadata).hasSize(16).containsKey("key15").doesNotContainKey("key16");
	}

	@Test
	void whenCharactersAreNotAllowedThenTheyAreReplacedAndTheRestCut() {
		Map<String, String> metadata = adding(Map.of("k\u00e9y!", "a\"b\u00fcc;" + "x".repeat(300), "", "nothing"))
			.addTo(InferenceRequest.of(REQUEST), Context.empty())
			.requestMetadata();
		assertThat(metadata).containsOnly(entry("k_y_", "a_b_c_" + "x".repeat(250)));
	}

	@Test
	void whenHeaderHasEntriesThenOthersJoinThem() {
		InvokeModelRequest own = INVOKE.toBuilder().requestMetadata("{\"team\":\"own\"}").build();
		JsonNode metadata = BedrockRuntimeJson.mapper()
			.readTree(adding(Map.of("team", "added", "tenant", "t-1")).addTo(InferenceRequest.of(own), Context.empty())
				.requestMetadata());
		assertThat(metadata).isEqualTo(BedrockRuntimeJson.mapper().readTree("{\"team\":\"own\",\"tenant\":\"t-1\"}"));
	}

	@Test
	void whenHeaderIsNotAnObjectOfStringsThenItIsUnchanged() {
		for (String text : new String[] { "nonsense", "[1]", "{\"a\":{\"b\":1}}" }) {
			InvokeModelRequest own = INVOKE.toBuilder().requestMetadata(text).build();
			assertThat(adding(Map.of("k", "v")).addTo(InferenceRequest.of(own), Context.empty())).isSameAs(own);
		}
	}

	@Test
	void whenHeaderWouldBeTooLongThenNothingIsAdded() {
		Map<String, String> large = new LinkedHashMap<>();
		IntStream.range(0, 16).forEach((i) -> large.put("k".repeat(250) + i, "\n".repeat(256)));
		assertThat(adding(large).addTo(InferenceRequest.of(INVOKE), Context.empty())).isSameAs(INVOKE);
	}

	@Test
	void whenSourceHasNullsThenTheyAreLeftOut() {
		Map<String, String> source = new LinkedHashMap<>();
		source.put("tenant", null);
		source.put(null, "t-1");
		assertThat(adding(source).addTo(InferenceRequest.of(REQUEST), Context.empty())).isSameAs(REQUEST);
	}

	@Test
	void whenSourceThrowsThenCallContinuesWithoutIt() {
		RequestMetadataContributor metadata = new RequestMetadataContributor((context) -> {
			throw new IllegalStateException("source");
		});
		assertThat(metadata.addTo(InferenceRequest.of(REQUEST), Context.empty())).isSameAs(REQUEST);
	}

	@Test
	void shouldBeAskedOnceForEachCallWithTheContextOfTheCaller() {
		this.server.respond("HTTP/1.1 503 \r\ncontent-length: 0\r\n\r\n");
		Function<ContextView, Map<String, String>> source = (context) -> Map.of("tenant", context.get("tenant"));
		try (ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(this.server.endpoint())
			.apiKey("key")
			.retries(RetrySettings.none())
			.requestMetadata(source)
			.build()) {
			for (Flux<?> call : new Flux<?>[] { client.converse(REQUEST).flux(),
					client.converseStream(ConverseStreamRequest.of("model", "text")), client.invokeModel(INVOKE).flux(),
					client.invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest.from(INVOKE)) }) {
				call.onErrorComplete().contextWrite(Context.of("tenant", "t-1")).blockLast(Duration.ofSeconds(20));
			}
		}
		assertThat(this.server.requests()).hasSize(4)
			.allSatisfy((request) -> assertThat(request.head() + new String(request.body(), StandardCharsets.UTF_8))
				.contains("{\"tenant\":\"t-1\"}"));
	}

}
