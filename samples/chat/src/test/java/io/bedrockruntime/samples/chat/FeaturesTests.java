package io.bedrockruntime.samples.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.model.content.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "bedrock.runtime.inference.max-tokens=2000")
@AutoConfigureWebTestClient
class FeaturesTests {

	private final JsonMapper mapper = new JsonMapper();

	private ChatClient chat;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@BeforeEach
	void reset(@Autowired WebTestClient client) {
		this.emulator.reset();
		this.chat = new ChatClient(client);
	}

	@Test
	void shouldRunToolsBetweenCallsOfOneResponse() {
		List<JsonNode> events = this.chat.events(List.of("tools"),
				List.of(ChatClient.user("Tell the current time in Tokyo")));
		List<String> types = events.stream().map(ChatClient::type).distinct().toList();
		assertThat(types).containsExactly("start", "text", "tool-use", "tool-input", "tool-result", "end");
		assertThat(events).filteredOn((event) -> ChatClient.type(event).equals("start")).hasSize(1);
		JsonNode use = one(events, "tool-use");
		assertThat(use.get("name").asString()).isEqualTo("current_time");
		assertThat(events.stream()
			.filter((event) -> ChatClient.type(event).equals("tool-input") && event.get("id").equals(use.get("id")))
			.map((event) -> event.get("json").asString())
			.collect(Collectors.joining())).isEqualTo("{\"place\":\"Tokyo\"}");
		JsonNode result = one(events, "tool-result");
		assertThat(result.get("id")).isEqualTo(use.get("id"));
		assertThat(result.get("failed").asBoolean()).isFalse();
		assertThat(result.get("result").asString()).contains("Asia/Tokyo", "+09:00");
		assertThat(one(events, "end").get("calls").asInt()).isEqualTo(2);

		String answer = one(events, "end").get("answer").asString();
		this.emulator.script().text("Good night.");
		this.chat.events(List.of("tools"), List.of(ChatClient.user("Tell the current time in Tokyo"),
				ChatClient.answer(answer), ChatClient.user("And now?")));
		JsonNode messages = request().get("messages");
		assertThat(messages).hasSize(5);
		assertThat(messages.get(3)).isEqualTo(this.mapper.readTree(answer).get(2));
	}

	@Test
	void whenModelWritesBlankTextThenItIsNotSentBack() {
		this.emulator.script()
			.reply(message("tool_use",
					"""
							[ { "text": "\\n\\n" }, { "toolUse": { "toolUseId": "t1", "name": "no_such_tool", "input": { "n": 1.10 } } } ]"""));
		List<JsonNode> events = this.chat.events(List.of("tools"), List.of(ChatClient.user("Well?")));
		assertThat(one(events, "tool-result").get("failed").asBoolean()).isTrue();
		assertThat(ChatClient.type(events.get(events.size() - 1))).isEqualTo("end");
		assertThat(request().get("messages").get(1).get("content")).hasSize(1);
	}

	@Test
	void whenToolUseIsTruncatedThenConversationContinuesFromText() {
		this.emulator.script()
			.reply(message("max_tokens",
					"""
							[ { "text": "I will" }, { "toolUse": { "toolUseId": "t1", "name": "get_weather", "input": { "city": "L" } } } ]"""));
		List<JsonNode> events = this.chat.events(List.of("tools"), List.of(ChatClient.user("Well?")));
		JsonNode end = events.get(events.size() - 1);
		assertThat(end.get("stopReason").asString()).isEqualTo("max_tokens");
		assertThat(end.has("answer")).isFalse();
		assertThat(this.emulator.requests()).hasSize(1);
	}

	@Test
	void shouldReportGuardrailFindings() {
		List<JsonNode> events = this.chat.events(List.of("guardrail"), List.of(ChatClient.user("Buy bonds?")));
		assertThat(one(events, "guardrail")).isEqualTo(this.mapper.readTree("""
				{ "type": "guardrail", "blocked": true, "findings": [
				    { "where": "input", "policy": "topic", "name": "Investment advice", "action": "BLOCKED" } ] }"""));
		assertThat(one(events, "end").get("stopReason").asString()).isEqualTo("guardrail_intervened");
	}

	@Test
	void whenGuardrailBlocksResponseThenWordIsNotReported() {
		this.emulator.script().text("It is abracadabra.");
		List<JsonNode> events = this.chat.events(List.of("guardrail"), List.of(ChatClient.user("Which word?")));
		assertThat(one(events, "guardrail").at("/findings/0/where").asString()).isEqualTo("output");
		assertThat(events.toString()).doesNotContain("abracadabra");
	}

	@Test
	void whenGuardrailIsOffThenOtherDefaultsApply() {
		this.chat.events(List.of(), List.of(ChatClient.user("Buy bonds?")));
		assertThat(request().has("guardrailConfig")).isFalse();
		assertThat(request().at("/inferenceConfig/maxTokens").asInt()).isEqualTo(2000);
	}

	@Test
	void shouldSendReasoningBackWithSignature() {
		List<JsonNode> events = this.chat.events(List.of("reasoning"), List.of(ChatClient.user("Why?")));
		assertThat(events).filteredOn((event) -> ChatClient.type(event).equals("reasoning")).isNotEmpty();
		String answer = one(events, "end").get("answer").asString();
		this.chat.events(List.of("reasoning"),
				List.of(ChatClient.user("Why?"), ChatClient.answer(answer), ChatClient.user("Really?")));
		assertThat(request().get("messages").get(1)).isEqualTo(this.mapper.readTree(answer).get(0));
		assertThat(request().at("/messages/1/content/0/reasoningContent/reasoningText/signature").asString())
			.isNotBlank();
	}

	@Test
	void shouldNotChangeResponseMessages() {
		String answer = """
				[ { "role": "assistant", "content": [
				      { "reasoningContent": { "reasoningText": { "text": "a", "signature": "b", "new": 1 } } },
				      { "reasoningContent": { "redactedContent": "c2VjcmV0" } },
				      { "toolUse": { "toolUseId": "t", "name": "n", "input": { "n": 1.10, "m": 123456789012345678901 } } } ] },
				  { "role": "user", "content": [
				      { "toolResult": { "toolUseId": "t", "content": [ { "text": "x" } ], "status": "error" } } ] },
				  { "role": "assistant", "content": [ { "text": " y\\n" } ] } ]""";
		List<Message> messages = ResponseMessages.read(answer);
		assertThat(ResponseMessages.write(messages.subList(0, 2), messages.get(2))).isEqualToIgnoringWhitespace(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "no JSON", "[]", "{}", "null", "[ null ]",
			"[ { \"role\": \"user\", \"content\": [ { \"text\": \"a\" } ] } ]",
			"[ { \"role\": \"assistant\", \"content\": [] } ]",
			"[ { \"role\": \"assistant\", \"content\": [ { \"text\": \" \" } ] } ]",
			"[ { \"role\": \"assistant\", \"content\": [ { \"document\": { \"name\": \"a\", \"format\": \"pdf\", "
					+ "\"source\": { \"s3Location\": { \"uri\": \"s3://b/k\" } } } } ] } ]",
			"[ { \"role\": \"assistant\", \"content\": [ { \"toolUse\": { \"toolUseId\": \"t\", \"name\": \"n\", "
					+ "\"input\": {} } } ] } ]",
			"[ { \"role\": \"assistant\", \"content\": [ { \"somethingNew\": {} } ] } ]" })
	void whenResponseIsNotFromApplicationThenItIsRejected(String answer) {
		String refusal = this.chat.refusal(HttpStatus.BAD_REQUEST, List.of("tools"),
				List.of(ChatClient.user("Why?"), ChatClient.answer(answer), ChatClient.user("Really?")));
		assertThat(refusal).isEqualTo("An earlier response was not sent by this application.");
		assertThat(this.emulator.requests()).isEmpty();
	}

	@Test
	void whenMessageHasTextAndResponseThenItIsRejected() {
		this.chat.refusal(HttpStatus.BAD_REQUEST, List.of(), List.of(ChatClient.user("Why?"),
				Map.of("role", "assistant", "text", "a", "answer", "[]"), ChatClient.user("Really?")));
		this.chat.refusal(HttpStatus.BAD_REQUEST, List.of(), List.of(Map.of("role", "user", "answer", "[]")));
		assertThat(this.emulator.requests()).isEmpty();
	}

	private JsonNode request() {
		List<byte[]> bodies = this.emulator.requests().stream().map((request) -> request.body()).toList();
		return this.mapper.readTree(bodies.get(bodies.size() - 1));
	}

	private static Reply message(String stopReason, String content) {
		return new Reply.Json("""
				{ "output": { "message": { "role": "assistant", "content": %s } }, "stopReason": "%s",
				  "usage": { "inputTokens": 1, "outputTokens": 2, "totalTokens": 3 }, "metrics": { "latencyMs": 1 } }"""
			.formatted(content, stopReason));
	}

	private static JsonNode one(List<JsonNode> events, String type) {
		return events.stream().filter((event) -> ChatClient.type(event).equals(type)).findFirst().orElseThrow();
	}

}
