package io.bedrockruntime.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.content.DocumentBlock;
import io.bedrockruntime.model.content.DocumentFormat;
import io.bedrockruntime.model.content.ImageBlock;
import io.bedrockruntime.model.content.ImageFormat;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.tool.ToolChoice;
import io.bedrockruntime.model.tool.ToolConfiguration;
import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ToolFunctionsTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.from(REQUEST);

	private static final byte[] TOOL_STOP = Responses.event("messageStop", "{\"stopReason\":\"tool_use\"}");

	private final AtomicInteger runs = new AtomicInteger();

	private final RawServer server = new RawServer();

	private final ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
		.region("eu-central-1")
		.endpoint(this.server.endpoint())
		.apiKey("key")
		.build();

	private final BedrockRuntimeTemplate blocking = new BedrockRuntimeTemplate(this.client);

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	private ToolFunctions counting() {
		return ToolFunctions.builder().tool(tool("count"), (input) -> this.runs.incrementAndGet()).build();
	}

	@Test
	void shouldRunEachToolUseInOrder() {
		ToolFunctions tools = ToolFunctions.builder()
			.tool(tool("a"), (input) -> input.get("n").intValue() + "!")
			.reactiveTool(tool("b"), (input) -> Mono.just(input))
			.build();
		ConverseResponse response = response(use("1", "b", "{\"n\":1}"), "{\"text\":\"and\"}",
				"{\"toolUse\":{\"toolUseId\":\"s\",\"name\":\"a\",\"input\":{},\"type\":\"server_tool_use\"}}",
				use("2", "a", "{\"n\":2}"), use("3", "secret", "{}"), "{\"new\":{\"kept\":true}}");
		String results = "[{\"toolResult\":{\"toolUseId\":\"1\",\"content\":[{\"json\":{\"n\":1}}]}},"
				+ "{\"toolResult\":{\"toolUseId\":\"2\",\"content\":[{\"text\":\"2!\"}]}},"
				+ "{\"toolResult\":{\"toolUseId\":\"3\",\"content\":[{\"text\":\"There is no tool of this name.\"}],"
				+ "\"status\":\"error\"}}]";
		ConverseRequest next = tools.answer(REQUEST, response);
		assertThat(tree(next).at("/messages/1")).isEqualTo(tree(response).at("/output/message"));
		assertThat(tree(next).at("/messages/2/content")).isEqualTo(json(results));
		assertThat(tree(next).at("/messages/2/role").stringValue()).isEqualTo("user");
		assertThat(next.toolConfig()).isEqualTo(tools.toolConfiguration());
		assertThat(tools.answerAsync(REQUEST, response).block()).isEqualTo(next);
		assertThat(tools.answer(STREAM, response).toConverseRequest()).isEqualTo(next);
		assertThat(tools.answerAsync(STREAM, response).block().toConverseRequest()).isEqualTo(next);
	}

	@Test
	void whenNoToolOfTheApplicationIsRequestedThenNoneIsRun() {
		ConverseResponse served = response(
				"{\"toolUse\":{\"toolUseId\":\"s\",\"name\":\"count\",\"input\":{},\"type\":\"server_tool_use\"}}");
		ConverseResponse cut = BedrockRuntimeJson.mapper()
			.readValue(responseJson("max_tokens", use("1", "count", "{}")), ConverseResponse.class);
		for (ConverseResponse response : List.of(served, cut, response("{\"text\":\"a\"}"))) {
			assertThat(counting().isRequested(response)).isFalse();
			assertThatIllegalArgumentException().isThrownBy(() -> counting().answer(REQUEST, response));
			StepVerifier.create(counting().answerAsync(REQUEST, response)).verifyError(IllegalArgumentException.class);
		}
		assertThat(this.runs).hasValue(0);
	}

	static Stream<Arguments> results() {
		record Weather(String city, int degrees) {
		}
		ImageBlock image = ImageBlock.of(ImageFormat.PNG, Blob.ofUtf8("abc"));
		return Stream.of(arguments("text", "[{\"text\":\"text\"}]"), arguments(" ", "[{\"json\":{\"result\":\" \"}}]"),
				arguments(null, "[{\"json\":{\"result\":null}}]"), arguments(7, "[{\"json\":{\"result\":7}}]"),
				arguments(new Weather("Rome", 30), "[{\"json\":{\"city\":\"Rome\",\"degrees\":30}}]"),
				arguments(Map.of("a", List.of(1)), "[{\"json\":{\"a\":[1]}}]"),
				arguments(List.of(1, 2), "[{\"json\":{\"result\":[1,2]}}]"),
				arguments(List.of(), "[{\"json\":{\"result\":[]}}]"),
				arguments(json("[1]"), "[{\"json\":{\"result\":[1]}}]"),
				arguments(ToolResultContentBlock.text("a"), "[{\"text\":\"a\"}]"),
				arguments(image, "[{\"image\":{\"format\":\"png\",\"source\":{\"bytes\":\"YWJj\"}}}]"),
				arguments(DocumentBlock.of("name", DocumentFormat.TXT, Blob.ofUtf8("abc")),
						"[{\"document\":{\"format\":\"txt\",\"name\":\"name\",\"source\":{\"bytes\":\"YWJj\"}}}]"),
				arguments(List.of("caption", image, List.of(1), " "),
						"[{\"text\":\"caption\"},{\"image\":{\"format\":\"png\",\"source\":{\"bytes\":\"YWJj\"}}},"
								+ "{\"json\":{\"result\":[1]}},{\"json\":{\"result\":\" \"}}]"),
				arguments(List.of("a", "b"), "[{\"json\":{\"result\":[\"a\",\"b\"]}}]"),
				arguments(List.of(ToolResultContentBlock.text("a"), image),
						"[{\"text\":\"a\"},{\"image\":{\"format\":\"png\",\"source\":{\"bytes\":\"YWJj\"}}}]"));
	}

	@ParameterizedTest
	@MethodSource("results")
	void shouldTakeResult(Object result, String content) {
		ToolFunctions tools = ToolFunctions.builder()
			.tool(tool("a"), (input) -> result)
			.reactiveTool(tool("b"), (input) -> Mono.justOrEmpty(result))
			.build();
		for (String name : List.of("a", "b")) {
			ConverseResponse response = response(use("1", name, "{}"));
			assertThat(tree(tools.answer(REQUEST, response)).at("/messages/2/content/0/toolResult/content"))
				.isEqualTo(json(content));
			assertThat(tools.answerAsync(REQUEST, response).block()).isEqualTo(tools.answer(REQUEST, response));
		}
	}

	@Test
	void whenFunctionThrowsThenTheModelReceivesNoReason() {
		Exception failure = new java.io.IOException("secret");
		ToolFunctionsBuilder builder = ToolFunctions.builder().tool(tool("a"), (input) -> {
			throw failure;
		}).reactiveTool(tool("b"), (input) -> Mono.error(failure)).tool(tool("c"), (input) -> new Object() {
			public String getSecret() {
				throw new IllegalStateException("secret");
			}
		});
		ConverseResponse response = response(use("1", "a", "{}"), use("2", "b", "{}"), use("3", "c", "{}"));
		ToolFunctions quiet = builder.build();
		assertThat(tree(quiet.answer(REQUEST, response)).at("/messages/2/content/0/toolResult")).isEqualTo(
				json("{\"toolUseId\":\"1\",\"content\":[{\"text\":\"The tool failed.\"}],\"status\":\"error\"}"));
		assertThat(tree(quiet.answer(REQUEST, response)).toString()).doesNotContain("secret");
		assertThat(quiet.answerAsync(REQUEST, response).block()).isEqualTo(quiet.answer(REQUEST, response));
		List<Exception> thrown = new ArrayList<>();
		ToolFunctions telling = builder.errorText((use, ex) -> {
			thrown.add(ex);
			return use.name() + " failed";
		}).build();
		assertThat(tree(telling.answer(REQUEST, response)).at("/messages/2/content").findValuesAsString("text"))
			.containsExactly("a failed", "b failed", "c failed");
		assertThat(thrown.subList(0, 2)).containsExactly(failure, failure);
	}

	static Stream<Object> unfinished() {
		return Stream.of(Mono.just("a"), Flux.just("a"), CompletableFuture.completedFuture("a"));
	}

	@ParameterizedTest
	@MethodSource("unfinished")
	void whenResultIsStillToComeThenToolFailedAndSaysSo(Object result) {
		List<Exception> thrown = new ArrayList<>();
		ToolFunctions tools = ToolFunctions.builder().tool(tool("a"), (input) -> result).errorText((use, ex) -> {
			thrown.add(ex);
			return "";
		}).build();
		ConverseResponse response = response(use("1", "a", "{}"));
		ConverseRequest next = tools.answer(REQUEST, response);
		assertThat(tree(next).at("/messages/2/content/0/toolResult")).isEqualTo(
				json("{\"toolUseId\":\"1\",\"content\":[{\"text\":\"The tool failed.\"}],\"status\":\"error\"}"));
		assertThat(tools.answerAsync(REQUEST, response).block()).isEqualTo(next);
		assertThat(thrown).hasSize(2).allSatisfy((ex) -> assertThat(ex).hasMessageContaining("reactive"));
	}

	@Test
	void whenErrorIsThrownThenItIsNotHidden() {
		ToolFunctions tools = ToolFunctions.builder().tool(tool("a"), (input) -> {
			throw new AssertionError("fatal");
		}).build();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> tools.answer(REQUEST, response(use("1", "a", "{}"))));
		StepVerifier.create(tools.answerAsync(REQUEST, response(use("1", "a", "{}"))))
			.verifyError(AssertionError.class);
	}

	@Test
	void whenRunAsynchronouslyThenToolsRunConcurrently() {
		CyclicBarrier barrier = new CyclicBarrier(3);
		ToolFunctions tools = ToolFunctions.builder().tool(tool("a"), (input) -> meet(barrier)).build();
		ConverseResponse response = response(use("1", "a", "{}"), use("2", "a", "{}"), use("3", "a", "{}"));
		assertThat(tree(tools.answerAsync(REQUEST, response).block(WAIT)).toString()).doesNotContain("error");
	}

	private static Object meet(CyclicBarrier barrier) throws BrokenBarrierException, InterruptedException {
		return barrier.await();
	}

	@Test
	void whenCancelledThenRunningToolsAreCancelled() throws Exception {
		CountDownLatch running = new CountDownLatch(2);
		CountDownLatch ended = new CountDownLatch(2);
		ToolFunctions tools = ToolFunctions.builder().tool(tool("a"), (input) -> {
			running.countDown();
			try {
				return new CompletableFuture<>().get();
			}
			finally {
				ended.countDown();
			}
		})
			.reactiveTool(tool("b"),
					(input) -> Mono.never()
						.doOnSubscribe((subscription) -> running.countDown())
						.doOnCancel(ended::countDown))
			.build();
		ConverseResponse response = response(use("1", "a", "{}"), use("2", "b", "{}"));
		StepVerifier.create(tools.answerAsync(REQUEST, response))
			.expectSubscription()
			.then(() -> await().until(() -> running.getCount() == 0))
			.thenCancel()
			.verify(WAIT);
		assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "b" })
	void whenBlockedThreadIsInterruptedThenToolsEnd(String name) throws Exception {
		CountDownLatch cancelled = new CountDownLatch(1);
		ToolFunctions tools = ToolFunctions.builder()
			.tool(tool("a"), (input) -> new CompletableFuture<>().get())
			.reactiveTool(tool("b"), (input) -> Mono.never().doOnCancel(cancelled::countDown))
			.build();
		CompletableFuture<Throwable> outcome = new CompletableFuture<>();
		Thread caller = new Thread(() -> {
			try {
				tools.answer(REQUEST, response(use("1", name, "{}")));
			}
			catch (RuntimeException ex) {
				outcome.complete(Thread.currentThread().isInterrupted() ? ex : new AssertionError("not marked"));
			}
		});
		caller.start();
		await().until(() -> caller.getState() == Thread.State.WAITING);
		caller.interrupt();
		assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(BedrockRuntimeClientException.class)
			.hasMessageContaining("interrupted");
		assertThat(name.equals("a") || cancelled.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void shouldConverseUntilNothingIsAskedFor() {
		List<Function<ConverseRequest, ToolTurns>> forms = List.of(
				(request) -> counting().converse(this.blocking, request, 3),
				(request) -> counting().converse(this.client, request, 3).block(WAIT));
		for (Function<ConverseRequest, ToolTurns> form : forms) {
			this.server.requests().clear();
			this.runs.set(0);
			this.server.respond((peer) -> peer.write(Responses.ok((this.server.requests().size() < 3)
					? responseJson("tool_use", use("t", "count", "{}")) : Responses.CONVERSE_RESPONSE)));
			ToolTurns turns = form.apply(REQUEST.toBuilder()
				.toolConfig(counting().toolConfiguration().withToolChoice(ToolChoice.any()))
				.build());
			assertThat(turns.text()).isEqualTo("Hi");
			assertThat(turns.responses()).hasSize(3);
			assertThat(turns.messages()).hasSize(6);
			assertThat(turns.messages().subList(0, 5)).isEqualTo(turns.request().messages());
			assertThat(this.runs).hasValue(2);
			assertThat(this.server.requests()).extracting((sent) -> json(new String(sent.body())).at("/toolConfig"))
				.extracting((config) -> config.at("/tools/0/toolSpec/name").stringValue(),
						(config) -> config.has("toolChoice"))
				.containsExactly(org.assertj.core.groups.Tuple.tuple("count", true),
						org.assertj.core.groups.Tuple.tuple("count", false),
						org.assertj.core.groups.Tuple.tuple("count", false));
		}
	}

	@Test
	void whenModelNeverEndsThenTurnsAreBounded() {
		this.server.respond(Responses.ok(responseJson("tool_use", use("t", "count", "{}"))));
		assertThatExceptionOfType(ToolTurnsExceededException.class)
			.isThrownBy(() -> counting().converse(this.blocking, REQUEST, 3))
			.satisfies((ex) -> assertThat(ex.response().toolUses()).hasSize(1))
			.satisfies((ex) -> assertThat(ex.turns().messages()).hasSize(6));
		assertThat(this.runs).hasValue(2);
		StepVerifier.create(counting().converse(this.client, REQUEST, 1))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ToolTurnsExceededException.class)
				.hasMessage("Model still requests tools after 1 turns"))
			.verify(WAIT);
		assertThat(this.server.requests()).hasSize(4);
		assertThat(this.runs).hasValue(2);
		assertThatIllegalArgumentException().isThrownBy(() -> counting().converse(this.blocking, REQUEST, 0));
	}

	@Test
	void shouldConverseInStreams() {
		this.server.respond((peer) -> {
			if (this.server.requests().size() > 1) {
				Responses.completeStream(peer);
				return;
			}
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.event("contentBlockStart",
					"{\"contentBlockIndex\":0,\"start\":{\"toolUse\":{\"toolUseId\":\"t\",\"name\":\"count\"}}}"));
			peer.writeChunk(TOOL_STOP);
			peer.writeChunk(Responses.METADATA);
			peer.writeChunk(new byte[0]);
		});
		List<Integer> turns = new ArrayList<>();
		List<ConverseStreamOutput> events = counting().converseStream(this.client, STREAM, 2, (soFar) -> {
			turns.add(soFar.responses().size());
			assertThat(soFar.response().responseMetadata().httpStatus()).isEqualTo(200);
		}).collectList().block(WAIT);
		assertThat(events).hasSize(7);
		assertThat(turns).containsExactly(1, 2);
		assertThat(json(new String(this.server.requests().get(1).body()))
			.at("/messages/2/content/0/toolResult/content/0/json/result")
			.intValue()).isEqualTo(1);
		this.server.requests().clear();
		StepVerifier.create(counting().converseStream(this.client, STREAM, 1, (soFar) -> {
		})).expectNextCount(3).expectError(ToolTurnsExceededException.class).verify(WAIT);
	}

	@Test
	void whenStreamIsCutInAToolsInputThenTheConversationEndsWithIt() {
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.event("contentBlockStart",
					"{\"contentBlockIndex\":0,\"start\":{\"toolUse\":{\"toolUseId\":\"t\",\"name\":\"count\"}}}"));
			peer.writeChunk(Responses.event("contentBlockDelta",
					"{\"contentBlockIndex\":0,\"delta\":{\"toolUse\":{\"input\":\"{\\\"a\"}}}"));
			peer.writeChunk(Responses.event("messageStop", "{\"stopReason\":\"max_tokens\"}"));
			peer.writeChunk(Responses.METADATA);
			peer.writeChunk(new byte[0]);
		});
		List<ToolTurns> turns = new ArrayList<>();
		StepVerifier.create(counting().converseStream(this.client, STREAM, 2, turns::add))
			.expectNextCount(4)
			.expectComplete()
			.verify(WAIT);
		assertThat(turns).hasSize(1);
		assertThat(turns.get(0).response().toolUses().get(0).input().stringValue()).isEqualTo("{\"a");
		assertThat(this.runs).hasValue(0);
	}

	@Test
	void whenInputHasATypeThenItIsReadAndMismatchesAreReported() {
		record City(String name, List<Integer> days) {
		}
		ToolFunctions tools = ToolFunctions.builder()
			.tool("a", "what a does", City.class, City::name)
			.reactiveTool("b", "what b does", City.class, (city) -> Mono.just(city.name()))
			.build();
		JsonNode config = tree(tools.toolConfiguration());
		assertThat(config.at("/tools/1/toolSpec/description").stringValue()).isEqualTo("what b does");
		assertThat(config.at("/tools/0/toolSpec/inputSchema/json")).isEqualTo(
				json("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"days\":{\"type\":\"array\","
						+ "\"items\":{\"type\":\"integer\"}}},\"required\":[\"name\",\"days\"],"
						+ "\"additionalProperties\":false}"));
		ConverseResponse response = response(use("1", "a", "{\"name\":\"Rome\",\"days\":[1]}"), use("2", "a", "{}"),
				use("3", "b", "{\"name\":\"Rome\",\"days\":[1,\"secret\"]}"), use("4", "b", "null"));
		ConverseRequest next = tools.answer(REQUEST, response);
		assertThat(tree(next).at("/messages/2/content").findValuesAsString("text")).containsExactly("Rome",
				"The input does not fit the tool's input schema at '/name'.",
				"The input does not fit the tool's input schema at '/days/1'.", "The input must not be null.");
		assertThat(tools.answerAsync(REQUEST, response).block()).isEqualTo(next);
	}

	@Test
	void whenNamesAreTakenOrMissingThenRefuses() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ToolFunctions.builder().tool(tool("a"), (input) -> 1).tool(tool("a"), (input) -> 2))
			.withMessageContaining("'a'");
		assertThatIllegalStateException().isThrownBy(() -> ToolFunctions.builder().build());
	}

	@Test
	void whenThereIsNoFunctionThenRefusesBeforeAModelIsCalled() {
		ToolFunctionsBuilder builder = ToolFunctions.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.tool(tool("a"), null));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.reactiveTool(tool("a"), null));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.tool("a", "what a does", String.class, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder.reactiveTool("a", "what a does", String.class, null));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.tool(null, (input) -> 1));
	}

	@Test
	void whenRequestHasToolsThenKeepsThem() {
		ToolConfiguration own = ToolConfiguration.of(List.of());
		assertThat(counting().answer(REQUEST.toBuilder().toolConfig(own).build(), response(use("1", "count", "{}")))
			.toolConfig()).isEqualTo(own);
	}

	private static ToolSpecification tool(String name) {
		return ToolSpecification.of(name, ToolInputSchema.json("{\"type\":\"object\"}"));
	}

	private static String use(String id, String name, String input) {
		return "{\"toolUse\":{\"toolUseId\":\"" + id + "\",\"name\":\"" + name + "\",\"input\":" + input + "}}";
	}

	private static ConverseResponse response(String... blocks) {
		return BedrockRuntimeJson.mapper().readValue(responseJson("tool_use", blocks), ConverseResponse.class);
	}

	private static String responseJson(String stopReason, String... blocks) {
		return Responses.CONVERSE_RESPONSE.replace("[{\"text\":\"Hi\"}]", "[" + String.join(",", blocks) + "]")
			.replace("end_turn", stopReason);
	}

	private static JsonNode tree(Object shape) {
		return json(BedrockRuntimeJson.mapper().writeValueAsString(shape));
	}

	private static JsonNode json(String json) {
		return BedrockRuntimeJson.mapper().readTree(json);
	}

}
