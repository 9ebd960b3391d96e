package io.bedrockruntime.samples.chat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient
@ExtendWith(OutputCaptureExtension.class)
class ChatTests {

	private static final String MODEL = "amazon.nova-lite-v1:0";

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final JsonMapper mapper = new JsonMapper();

	private WebTestClient client;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@BeforeEach
	void reset(@Autowired WebTestClient client) {
		this.emulator.reset();
		this.client = client.mutate().responseTimeout(TIMEOUT).build();
	}

	@Test
	void shouldStreamResponseInPieces() {
		this.emulator.script().text("One, two, three.");
		List<JsonNode> events = events(Map.of("model", MODEL, "messages", List.of(user("Count"))));
		assertThat(events).first().extracting(ChatTests::type).isEqualTo("start");
		List<String> pieces = events.stream()
			.filter((event) -> type(event).equals("text"))
			.map((event) -> event.get("text").asString())
			.toList();
		assertThat(pieces).hasSizeGreaterThan(1);
		assertThat(String.join("", pieces)).isEqualTo("One, two, three.");
		JsonNode end = events.get(events.size() - 1);
		assertThat(type(end)).isEqualTo("end");
		assertThat(end.get("stopReason").asString()).isEqualTo("end_turn");
		assertThat(end.get("inputTokens").asInt()).isPositive();
		assertThat(end.get("outputTokens").asInt()).isEqualTo(pieces.size());
		assertThat(end.get("timeToFirstTokenMillis").asInt()).isPositive();
		assertThat(end.get("tokensPerSecond").asDouble()).isPositive();
	}

	@Test
	void shouldSendCompleteConversation() {
		events(Map.of("model", MODEL, "system", "Be brief.", "messages",
				List.of(user("First"), Map.of("role", "assistant", "text", "Answer"), user("Second"))));
		assertThat(this.emulator.requests()).singleElement().satisfies((request) -> {
			assertThat(request.rawPath()).isEqualTo("/model/amazon.nova-lite-v1%3A0/converse-stream");
			assertThat(this.mapper.readTree(request.body())).isEqualTo(this.mapper.readTree("""
					{ "messages": [ { "role": "user", "content": [ { "text": "First" } ] },
					    { "role": "assistant", "content": [ { "text": "Answer" } ] },
					    { "role": "user", "content": [ { "text": "Second" } ] } ],
					  "system": [ { "text": "Be brief." } ] }"""));
		});
	}

	@Test
	void whenModelReasonsThenReasoningIsSeparateFromText() {
		this.emulator.script().reply(new Reply.Json("""
				{ "output": { "message": { "role": "assistant", "content": [
				    { "reasoningContent": { "reasoningText": { "text": "Hm.", "signature": "c2ln" } } },
				    { "text": "Yes." } ] } },
				  "stopReason": "max_tokens", "usage": { "inputTokens": 1, "outputTokens": 2, "totalTokens": 3 },
				  "metrics": { "latencyMs": 1 } }"""));
		List<JsonNode> events = events(Map.of("model", MODEL, "messages", List.of(user("Well?"))));
		assertThat(events).filteredOn((event) -> type(event).equals("reasoning")).isNotEmpty();
		assertThat(events.get(events.size() - 1).get("stopReason").asString()).isEqualTo("max_tokens");
	}

	@Test
	void whenServiceRejectsRequestThenErrorIsOnlyEvent(CapturedOutput output) {
		this.emulator.script().error(400, "ValidationException", "The model identifier is invalid.");
		List<JsonNode> events = events(Map.of("model", MODEL, "messages", List.of(user("Something very private"))));
		assertThat(events).singleElement().satisfies((error) -> {
			assertThat(type(error)).isEqualTo("error");
			assertThat(error.get("code").asString()).isEqualTo("ValidationException");
			assertThat(error.get("message").asString()).isEqualTo("The model identifier is invalid.");
			assertThat(error.get("status").asInt()).isEqualTo(400);
			assertThat(error.get("requestId").asString()).isNotBlank();
		});
		assertThat(output).contains("ValidationException").doesNotContain("Something very private");
	}

	@Test
	void whenStreamFailsThenErrorFollowsReceivedEvents() {
		this.emulator.script().fault(new Fault.ExceptionAfterEvents(4, "modelStreamErrorException", """
				{ "message": "The model went away.", "originalStatusCode": 500 }"""));
		List<JsonNode> events = events(Map.of("model", MODEL, "messages", List.of(user("Hello"))));
		assertThat(events).extracting(ChatTests::type).contains("text").endsWith("error").doesNotContain("end");
		JsonNode error = events.get(events.size() - 1);
		assertThat(error.get("code").asString()).isEqualTo("ModelStreamErrorException");
		assertThat(error.get("message").asString()).isEqualTo("The model went away.");
	}

	@Test
	void whenStreamIsTruncatedThenErrorFollowsReceivedEvents() {
		this.emulator.script().fault(new Fault.EndAfterEvents(4));
		List<JsonNode> events = events(Map.of("model", MODEL, "messages", List.of(user("Hello"))));
		assertThat(events.get(events.size() - 1).get("code").asString()).isEqualTo("TruncatedStreamException");
	}

	@Test
	void whenReaderDisconnectsThenCallIsCancelled() {
		Flux<JsonNode> lines = exchange(Map.of("model", MODEL, "messages", List.of(user("Write 5000 words"))));
		StepVerifier.create(lines).expectNextCount(3).thenCancel().verify(TIMEOUT);
		assertThat(this.emulator.awaitCancellations(1, TIMEOUT)).singleElement()
			.satisfies((cancellation) -> assertThat(cancellation.eventsLeft()).isGreaterThan(1000));
	}

	@Test
	void whenRequestIsIncompleteThenBadRequest() {
		for (Map<String, Object> request : List.of(Map.<String, Object>of("model", "", "messages", List.of(user("Hi"))),
				Map.<String, Object>of("model", MODEL, "messages", List.of()),
				Map.<String, Object>of("model", MODEL, "messages", List.of(user(" "))))) {
			this.client.post()
				.uri("/api/chat")
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue(request)
				.exchange()
				.expectStatus()
				.isBadRequest();
		}
		assertThat(this.emulator.requests()).isEmpty();
	}

	@Test
	void shouldServePageAndLibrariesWithStrictPolicy() {
		for (String path : List.of("/", "/js/chat.js", "/webjars/markdown-it/dist/markdown-it.min.js",
				"/webjars/dompurify/dist/purify.min.js", "/webjars/highlightjs/highlight.min.js")) {
			this.client.get()
				.uri(path)
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.value("Content-Security-Policy",
						(policy) -> assertThat(policy)
							.contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
							.doesNotContain("unsafe", "http"));
		}
	}

	@Test
	void shouldReportEmulatorToPage() {
		this.client.get()
			.uri("/api/settings")
			.exchange()
			.expectBody()
			.jsonPath("$.emulated")
			.isEqualTo(true)
			.jsonPath("$.models[0].id")
			.isNotEmpty();
	}

	private List<JsonNode> events(Map<String, ?> request) {
		List<JsonNode> events = exchange(request).collectList().block(TIMEOUT);
		return (events != null) ? events : List.of();
	}

	private Flux<JsonNode> exchange(Map<String, ?> request) {
		return this.client.post()
			.uri("/api/chat")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_NDJSON)
			.bodyValue(request)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
			.returnResult(JsonNode.class)
			.getResponseBody();
	}

	private static Map<String, String> user(String text) {
		return Map.of("role", "user", "text", text);
	}

	private static String type(JsonNode event) {
		return event.get("type").asString();
	}

}
