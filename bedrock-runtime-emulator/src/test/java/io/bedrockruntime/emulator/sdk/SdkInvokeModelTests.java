package io.bedrockruntime.emulator.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.testing.SdkClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;
import software.amazon.awssdk.services.bedrockruntime.model.PerformanceConfigLatency;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SdkInvokeModelTests {

	private static final String ANTHROPIC = """
			{"anthropic_version":"bedrock-2023-05-31","max_tokens":500,"system":"Be brief",
			"messages":[{"role":"user","content":%s}]%s}""";

	private static final String TOOLS = """
			,"tools":[{"name":"get_weather","input_schema":{"type":"object","properties":{"city":{"type":"string"}}}}],
			"thinking":{"type":"enabled","budget_tokens":1024}""";

	private static BedrockRuntimeEmulator emulator;

	private static BedrockRuntimeClient client;

	private static BedrockRuntimeAsyncClient async;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();
		client = SdkClients.sync(emulator);
		async = SdkClients.async(emulator);
	}

	@AfterAll
	static void stop() {
		client.close();
		async.close();
		emulator.close();
	}

	@Test
	void whenAnthropicBodyIsSentThenMessageComesBack() {
		InvokeModelResponse response = client.invokeModel((request) -> request.modelId(SdkClients.MODEL)
			.performanceConfigLatency(PerformanceConfigLatency.OPTIMIZED)
			.body(SdkBytes.fromUtf8String(ANTHROPIC.formatted("\"Hello\"", ""))));
		assertThat(response.contentType()).isEqualTo("application/json");
		assertThat(response.performanceConfigLatency()).isEqualTo(PerformanceConfigLatency.OPTIMIZED);
		assertThat(response.sdkHttpResponse().firstMatchingHeader("X-Amzn-Bedrock-Input-Token-Count")).hasValue("3");
		JsonNode message = Json.read(response.body().asByteArray());
		assertThat(message.path("type").asString()).isEqualTo("message");
		assertThat(message.path("model").asString()).isEqualTo("claude-sonnet-4-20250514");
		assertThat(message.path("content").path(0).path("text").asString()).contains("> Hello", "Be brief");
		assertThat(message.path("stop_reason").asString()).isEqualTo("end_turn");
		assertThat(message.path("usage").path("output_tokens").asInt()).isPositive();
	}

	@Test
	void whenAnthropicStreamIsAggregatedThenItEqualsTheMessage() throws Exception {
		String body = ANTHROPIC.formatted("[{\"type\":\"text\",\"text\":\"get_weather in Rome\"}]", TOOLS);
		JsonNode message = invoke(SdkClients.MODEL, body);
		List<JsonNode> events = stream(SdkClients.MODEL, body);
		assertThat(message.path("stop_reason").asString()).isEqualTo("tool_use");
		assertThat(aggregate(events)).isEqualTo(message.path("content"));
		assertThat(events.get(0).path("type").asString()).isEqualTo("message_start");
		JsonNode last = events.get(events.size() - 1);
		assertThat(last.path("type").asString()).isEqualTo("message_stop");
		assertThat(last.path("amazon-bedrock-invocationMetrics").path("outputTokenCount"))
			.isEqualTo(message.path("usage").path("output_tokens"));
	}

	@Test
	void whenAnthropicToolResultIsSentThenItIsUsed() {
		String messages = """
				{"anthropic_version":"bedrock-2023-05-31","max_tokens":500,"messages":[
				{"role":"user","content":"get_weather"},
				{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"get_weather","input":{}}]},
				{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"21 degrees"}]}]}""";
		assertThat(invoke(SdkClients.MODEL, messages).path("content").path(0).path("text").asString())
			.contains("`get_weather`: 21 degrees");
	}

	@Test
	void whenRequiredMemberIsMissingThenInputIsMalformed() {
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> invoke(SdkClients.MODEL, "{\"anthropic_version\":\"x\",\"messages\":[]}"))
			.withMessageContaining("Malformed input request: #: required key [max_tokens] not found");
		assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> invoke(SdkClients.MODEL, "Hello"))
			.withMessageContaining("JSON");
	}

	@Test
	void whenNovaIsAskedThenItRespondsAsConverseDoes() throws Exception {
		String body = """
				{"messages":[{"role":"user","content":[{"text":"Hello"}]}],"inferenceConfig":{"max_new_tokens":7}}""";
		JsonNode answer = invoke("us.amazon.nova-lite-v1:0", body);
		assertThat(answer.path("stopReason").asString()).isEqualTo("max_tokens");
		assertThat(answer.path("usage").path("outputTokens").asInt()).isEqualTo(7);
		List<JsonNode> events = stream("us.amazon.nova-lite-v1:0", body);
		assertThat(events.get(0).has("messageStart")).isTrue();
		assertThat(events.get(events.size() - 1).has("amazon-bedrock-invocationMetrics")).isTrue();
	}

	@Test
	void whenTitanIsAskedThenItRespondsWithResults() throws Exception {
		String body = "{\"inputText\":\"Hello\",\"textGenerationConfig\":{\"stopSequences\":[\"You\"]}}";
		JsonNode result = invoke("amazon.titan-text-express-v1", body).path("results").path(0);
		assertThat(result.path("completionReason").asString()).isEqualTo("STOP_CRITERIA_MET");
		assertThat(text(stream("amazon.titan-text-express-v1", body), "outputText"))
			.isEqualTo(result.path("outputText").asString());
	}

	@Test
	void whenOtherFamiliesAreAskedThenBodiesArePlain() throws Exception {
		String chat = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"max_tokens\":3}";
		JsonNode choice = invoke("openai.gpt-oss-20b-1:0", chat).path("choices").path(0);
		assertThat(choice.path("finish_reason").asString()).isEqualTo("length");
		String prompt = "{\"prompt\":\"Hello\"}";
		JsonNode generation = invoke("meta.llama3-8b-instruct-v1:0", prompt);
		assertThat(generation.path("generation").asString()).contains("> Hello");
		assertThat(text(stream("meta.llama3-8b-instruct-v1:0", prompt), "generation"))
			.isEqualTo(generation.path("generation").asString());
	}

	private static JsonNode invoke(String modelId, String body) {
		return Json.read(client.invokeModel((request) -> request.modelId(modelId).body(SdkBytes.fromUtf8String(body)))
			.body()
			.asByteArray());
	}

	private static List<JsonNode> stream(String modelId, String body) throws Exception {
		List<JsonNode> events = new ArrayList<>();
		InvokeModelWithResponseStreamRequest request = InvokeModelWithResponseStreamRequest.builder()
			.modelId(modelId)
			.body(SdkBytes.fromUtf8String(body))
			.build();
		async.invokeModelWithResponseStream(request,
				InvokeModelWithResponseStreamResponseHandler.builder()
					.onResponse((response) -> assertThat(response.contentType()).isEqualTo("application/json"))
					.onEventStream((publisher) -> publisher.subscribe((event) -> {
						assertThat(event).isInstanceOf(PayloadPart.class);
						events.add(Json.read(((PayloadPart) event).bytes().asByteArray()));
					}))
					.build())
			.get(20, TimeUnit.SECONDS);
		return events;
	}

	private static String text(List<JsonNode> events, String member) {
		StringBuilder text = new StringBuilder();
		events.forEach((event) -> text.append(event.path(member).asString("")));
		return text.toString();
	}

	/** Combine Anthropic's blocks as documented. */
	private static JsonNode aggregate(List<JsonNode> events) {
		List<ObjectNode> blocks = new ArrayList<>();
		StringBuilder json = new StringBuilder();
		for (JsonNode event : events) {
			JsonNode delta = event.path("delta");
			switch (event.path("type").asString("")) {
				case "content_block_start" -> blocks.add(event.path("content_block").asObject().deepCopy());
				case "content_block_stop" -> {
					if (!json.isEmpty()) {
						blocks.get(blocks.size() - 1).set("input", Json.read(json.toString()));
						json.setLength(0);
					}
				}
				case "content_block_delta" -> {
					json.append(delta.path("partial_json").asString(""));
					for (String member : List.of("text", "thinking", "signature")) {
						if (delta.has(member)) {
							ObjectNode block = blocks.get(blocks.size() - 1);
							block.put(member, block.path(member).asString("") + delta.path(member).asString(""));
						}
					}
				}
				default -> {
					// carries no content
				}
			}
		}
		ArrayNode content = Json.array();
		blocks.forEach(content::add);
		return content;
	}

}
