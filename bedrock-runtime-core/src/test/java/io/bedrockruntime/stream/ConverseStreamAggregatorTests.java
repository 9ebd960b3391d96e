package io.bedrockruntime.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamResponse;
import io.bedrockruntime.testdata.GeneratedResponses;
import io.bedrockruntime.testdata.StreamedResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.bedrockruntime.testdata.StreamedResponse.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConverseStreamAggregatorTests {

	private static final ConverseStreamOutput STOP = event("messageStop", "{\"stopReason\":\"end_turn\"}");

	private static final ConverseStreamOutput METADATA = event("metadata",
			"{\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3},\"metrics\":{\"latencyMs\":4}}");

	private final ConverseStreamAggregator aggregator = new ConverseStreamAggregator();

	@Test
	@Tag("slow")
	void shouldAggregateTheResponseOfConverse() {
		GeneratedResponses generated = new GeneratedResponses(42);
		Random random = new Random(43);
		Set<String> kinds = new HashSet<>();
		for (int i = 0; i < 5_000; i++) {
			ObjectNode json = generated.next();
			ConverseResponse expected = BedrockRuntimeJson.mapper().treeToValue(json, ConverseResponse.class);
			List<ConverseStreamOutput> events = StreamedResponse.of(json, random);
			ConverseResponse aggregated = ConverseStreamAggregator.aggregate(Flux.fromIterable(events)).block();
			assertThat(aggregated).as("response %d", i).isEqualTo(expected);
			assertThat(nextRequest(aggregated)).as("request after response %d", i).isEqualTo(nextRequest(expected));
			assertThat(nextRequest(aggregated).at("/messages/1")).isEqualTo(json.at("/output/message"));
			json.at("/output/message/content").forEach((block) -> kinds.addAll(block.propertyNames()));
		}
		assertThat(kinds).containsExactlyInAnyOrder("text", "toolUse", "toolResult", "reasoningContent",
				"citationsContent", "image", "kindOfTomorrow");
	}

	private static JsonNode nextRequest(ConverseResponse response) {
		return tree(ConverseRequest.of("model", "text").toBuilder().add(response.message()).build());
	}

	@Test
	void shouldHaveWhatCameAtAnyTime() {
		assertThat(this.aggregator.soFar().message().content()).isEmpty();
		assertThat(this.aggregator.soFar().stopReason().value()).isEmpty();
		this.aggregator.responded(new ConverseStreamResponse(new ResponseMetadata("r-1", 200, Map.of(), 1)));
		this.aggregator.accept(event("messageStart", "{\"role\":\"assistant\"}"));
		delta(0, "{\"text\":\"Let me \"}");
		delta(0, "{\"text\":\"look.\"}");
		assertThat(this.aggregator.soFar().text()).isEqualTo("Let me look.");
		this.aggregator
			.accept(event("contentBlockStart", "{\"contentBlockIndex\":1,\"start\":{\"toolUse\":{\"toolUseId\":\"t-1\","
					+ "\"name\":\"get_weather\",\"type\":\"server_tool_use\",\"new\":1}}}"));
		delta(1, "{\"toolUse\":{\"input\":\"{\\\"city\\\":\"}}");
		assertThat(this.aggregator.soFar().toolUses().get(0).input().stringValue()).isEqualTo("{\"city\":");
		delta(1, "{\"toolUse\":{\"input\":\"\\\"Rome\\\"}\"}}");
		assertThat(this.aggregator.soFar().toolUses().get(0).input()).isEqualTo(json("{\"city\":\"Rome\"}"));
		assertThat(this.aggregator.isComplete()).isFalse();
		assertThat(tree(this.aggregator.soFar().toolUses().get(0)))
			.isEqualTo(json("{\"toolUseId\":\"t-1\",\"name\":\"get_weather\",\"input\":{\"city\":\"Rome\"},"
					+ "\"type\":\"server_tool_use\",\"new\":1}"));
		this.aggregator.accept(STOP);
		assertThat(this.aggregator.isComplete()).isFalse();
		this.aggregator.accept(METADATA);
		assertThat(this.aggregator.isComplete()).isTrue();
		assertThat(this.aggregator.response()).isEqualTo(this.aggregator.soFar());
		assertThat(this.aggregator.response().responseMetadata().requestId()).isEqualTo("r-1");
		assertThat(this.aggregator.response().usage().totalTokens()).isEqualTo(3);
		assertThat(this.aggregator.response().metrics().latencyMs()).isEqualTo(4);
		assertThat(this.aggregator.response().stopReason()).isEqualTo(StopReason.END_TURN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"secret\":", "{\"secret\"", "{} {}", "{secret}", "nul" })
	void whenToolInputIsBrokenThenFailsWithoutShowingIt(String input) {
		ObjectNode toolUse = BedrockRuntimeJson.mapper().createObjectNode();
		toolUse.putObject("toolUse").put("input", input);
		delta(0, toolUse.toString());
		this.aggregator.accept(STOP);
		this.aggregator.accept(METADATA);
		assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(this.aggregator::response)
			.withMessageNotContaining("secret")
			.satisfies((ex) -> assertThat(ex.getCause()).hasMessageNotContaining("secret"));
		assertThat(this.aggregator.soFar().toolUses().get(0).input().stringValue()).isEqualTo(input);
	}

	@ParameterizedTest
	@ValueSource(strings = { "max_tokens", "malformed_tool_use", "model_context_window_exceeded",
			"guardrail_intervened", "reason_of_tomorrow" })
	void whenModelStoppedBeforeItsEndThenToolInputMayBeCut(String reason) {
		delta(0, "{\"text\":\"Let me look.\"}");
		delta(1, "{\"toolUse\":{\"input\":\"{\\\"city\\\":\"}}");
		delta(2, "{\"toolUse\":{\"input\":\"{\\\"city\\\":\\\"Rome\\\"}\"}}");
		this.aggregator.accept(event("messageStop", "{\"stopReason\":\"" + reason + "\"}"));
		this.aggregator.accept(METADATA);
		ConverseResponse response = this.aggregator.response();
		assertThat(response.stopReason().value()).isEqualTo(reason);
		assertThat(response.text()).isEqualTo("Let me look.");
		assertThat(response.usage().totalTokens()).isEqualTo(3);
		assertThat(response.toolUses()).extracting((use) -> use.input().toString())
			.containsExactly("\"{\\\"city\\\":\"", "{\"city\":\"Rome\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "end_turn", "tool_use" })
	void whenModelCameToItsEndThenToolInputMayNotBeCut(String reason) {
		delta(0, "{\"toolUse\":{\"input\":\"{\"}}");
		this.aggregator.accept(event("messageStop", "{\"stopReason\":\"" + reason + "\"}"));
		this.aggregator.accept(METADATA);
		assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(this.aggregator::response);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{}" })
	void whenToolInputIsEmptyThenIsAnEmptyObject(String input) {
		delta(0, "{\"toolUse\":{\"input\":\"" + input + "\"}}");
		assertThat(finished().toolUses().get(0).input()).isEqualTo(json("{}"));
	}

	@Test
	void whenNothingCameInABlockThenThereIsNone() {
		this.aggregator.accept(event("contentBlockStop", "{\"contentBlockIndex\":7}"));
		delta(3, "{}");
		delta(4, "{\"new\":null}");
		delta(5, "{\"reasoningContent\":{}}");
		delta(6, "{\"reasoningContent\":{\"new\":null}}");
		this.aggregator.accept(event("eventOfTomorrow", "{\"a\":1}"));
		delta(9, "{\"text\":\"\"}");
		assertThat(finished().message().content()).containsExactly(ContentBlock.text(""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"new":"a"} | {"new":"b"} | [{"new":"ab"}]
					{"new":["a"]} | {"new":["b"]} | [{"new":["a","b"]}]
					{"new":{"a":"x","b":1,"c":{"d":"e"}}} | {"new":{"a":"y","b":2,"c":{"f":"g"}}} \
					| [{"new":{"a":"xy","b":2,"c":{"d":"e","f":"g"}}}]
					{"new":"a"} | {"newer":"b"} | [{"new":"a"},{"newer":"b"}]
					{"text":"a"} | {"new":"b"} | [{"text":"a"},{"new":"b"}]
					{"video":{"format":"mp4","source":{"bytes":"AAAA"}}} | {"video":{"new":1}} \
					| [{"video":{"format":"mp4","source":{"bytes":"AAAA"},"new":1}}]
					{"video":"a"} | {"video":"b"} | [{"video":"ab"}]
					{"image":{"format":"png","error":{"message":"a"}}} | {"image":{"source":{"new":1}}} \
					| [{"image":{"format":"png","source":{"new":1},"error":{"message":"a"}}}]
					{"reasoningContent":{"text":"a"}} | {"reasoningContent":{"new":null}} \
					| [{"reasoningContent":{"reasoningText":{"text":"a"}}}]
					{"image":{"format":"png"}} | {"image":{"source":{"new":1}}} | [{"image":{"format":"png","source":{"new":1}}}]
					{"reasoningContent":{"new":"a"}} | {"reasoningContent":{"new":"b"}} | [{"reasoningContent":{"new":"ab"}}]
					{"reasoningContent":{"redactedContent":"AAAA"}} | {"reasoningContent":{"redactedContent":"BBBB"}} \
					| [{"reasoningContent":{"redactedContent":"AAAABBBB"}}]
					{"reasoningContent":{"text":"a"}} | {"reasoningContent":{"redactedContent":"BBBB"}} \
					| [{"reasoningContent":{"reasoningText":{"text":"a"}}},{"reasoningContent":{"redactedContent":"BBBB"}}]
					{"toolResult":[{"text":"a"},{"new":"b"}]} | {"toolResult":[{"text":"c"},{"text":"d"}]} \
					| [{"toolResult":{"toolUseId":"","content":[{"text":"a"},{"new":"b"},{"text":"cd"}]}}]
					{"citation":{"sourceContent":[{"text":"a"},{"new":1}],"n":2}} | {"text":"b"} \
					| [{"citationsContent":{"content":[{"text":"b"}],\
					"citations":[{"sourceContent":[{"text":"a"},{"new":1}],"n":2}]}}]
					""",
			maxCharsPerColumn = 1000, quoteCharacter = '\'')
	void shouldLoseNothingOfWhatItDoesNotKnow(String first, String second, String content) {
		delta(0, first);
		delta(0, second);
		assertThat(tree(finished().message().content())).isEqualTo(json(content));
	}

	@Test
	void shouldHaveWhatCameFromAnyThread() throws Exception {
		int deltas = 20_000;
		CountDownLatch looking = new CountDownLatch(1);
		AtomicBoolean more = new AtomicBoolean(true);
		CompletableFuture<Integer> looked = CompletableFuture.supplyAsync(() -> {
			int longest = 0;
			while (more.get()) {
				int length = this.aggregator.soFar()
					.message()
					.content()
					.stream()
					.mapToInt((block) -> ((ContentBlock.Text) block).text().length())
					.sum();
				assertThat(length).isGreaterThanOrEqualTo(longest);
				longest = length;
				looking.countDown();
			}
			return longest;
		});
		assertThat(looking.await(20, TimeUnit.SECONDS)).isTrue();
		for (int i = 0; i < deltas; i++) {
			delta(i / 10, "{\"text\":\"a\"}");
		}
		more.set(false);
		assertThat(looked.get(20, TimeUnit.SECONDS)).isBetween(0, deltas);
		assertThat(this.aggregator.soFar().message().content()).hasSize(deltas / 10)
			.containsOnly(ContentBlock.text("a".repeat(10)));
	}

	@Test
	void whenStreamFailsThenKeepsWhatCame() {
		TestPublisher<ConverseStreamOutput> events = TestPublisher.create();
		StepVerifier.create(events.flux().doOnNext(this.aggregator::accept).then())
			.then(() -> events
				.next(event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Hi\"}}")))
			.then(() -> events.error(new ConnectionResetException("reset", null)))
			.verifyError(ConnectionResetException.class);
		assertThat(this.aggregator.soFar().text()).isEqualTo("Hi");
		assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(this.aggregator::response)
			.withMessageContaining("the message stopped");
		this.aggregator.accept(STOP);
		assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(this.aggregator::response)
			.withMessageContaining("metadata");
	}

	@Test
	void whenAggregatedThenDemandAndCancelArePassedOn() {
		TestPublisher<ConverseStreamOutput> events = TestPublisher.create();
		StepVerifier.create(ConverseStreamAggregator.aggregate(events.flux()))
			.then(() -> events.next(STOP))
			.thenCancel()
			.verify();
		events.assertCancelled();
		List<Long> requests = new ArrayList<>();
		StepVerifier.create(Flux.just(STOP, METADATA).doOnRequest(requests::add).doOnNext(this.aggregator::accept), 1)
			.expectNext(STOP)
			.thenRequest(1)
			.expectNext(METADATA)
			.verifyComplete();
		assertThat(requests).containsExactly(1L, 1L);
	}

	@Test
	void shouldAggregateEachSubscriptionAnew() {
		var aggregated = ConverseStreamAggregator.aggregate(Flux
			.just(event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Hi\"}}"), STOP, METADATA));
		assertThat(aggregated.block().text()).isEqualTo("Hi");
		assertThat(aggregated.block().text()).isEqualTo("Hi");
	}

	@Test
	void shouldAggregateManyBlocksAndManyDeltas() {
		Stream.iterate(0, (i) -> i + 1).limit(300_000).forEach((i) -> delta(i % 3, "{\"text\":\"abc\"}"));
		assertThat(finished().message().content()).containsOnly(ContentBlock.text("abc".repeat(100_000))).hasSize(3);
	}

	private void delta(int index, String delta) {
		this.aggregator
			.accept(event("contentBlockDelta", "{\"contentBlockIndex\":" + index + ",\"delta\":" + delta + "}"));
	}

	private ConverseResponse finished() {
		this.aggregator.accept(STOP);
		this.aggregator.accept(METADATA);
		return this.aggregator.response();
	}

	/** The JSON as it is sent. */
	private static JsonNode tree(Object shape) {
		return json(BedrockRuntimeJson.mapper().writeValueAsString(shape));
	}

	private static JsonNode json(String json) {
		return BedrockRuntimeJson.mapper().readTree(json);
	}

}
