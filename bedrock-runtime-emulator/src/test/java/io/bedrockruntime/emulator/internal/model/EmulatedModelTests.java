package io.bedrockruntime.emulator.internal.model;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.emulator.internal.format.ConverseStreamEvents;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.internal.wire.StreamEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmulatedModelTests {

	private static final String SCHEMA = """
			{"type":"object","required":["city","days","unit","when","tags","near","exact"],
			"$defs":{"place":{"type":"object","properties":{"name":{"type":"string","maxLength":4}}}},
			"properties":{"city":{"type":"string"},"days":{"type":"integer","maximum":5},
			"unit":{"enum":["kelvin","celsius"]},"when":{"type":"string","format":"date"},
			"tags":{"type":"array","minItems":2,"items":{"type":"string"}},"near":{"$ref":"#/$defs/place"},
			"exact":{"type":["null","boolean"]},"optional":{"type":"string"}}}""";

	private final EmulatedModel model = new EmulatedModel(new Pacing(0, Duration.ZERO));

	@Test
	void whenToolHasASchemaThenInputFitsItAndUsesThePrompt() {
		Completion answer = answer("Use get_weather in Lisbon for 9 days in Celsius", ",\"toolConfig\":{\"tools\":["
				+ "{\"toolSpec\":{\"name\":\"get_weather\",\"inputSchema\":{\"json\":" + SCHEMA + "}}}]}");
		assertThat(answer.stopReason()).isEqualTo("tool_use");
		JsonNode input = answer.content().path(1).path("toolUse").path("input");
		assertThat(Json.text(input)).isEqualTo("""
				{"city":"Lisbon Celsius","days":5,"unit":"celsius","when":"2026-01-01",\
				"tags":["Lisbon Celsius","Lisbon Celsius"],"near":{"name":"Lisb"},"exact":true}""");
	}

	@Test
	void whenSeveralToolsAreNamedThenAllAreUsedUnderDifferentIds() {
		Completion answer = answer("first tool and second-tool, please",
				toolConfig("first_tool", "second_tool", "third"));
		assertThat(answer.content().path(1).path("toolUse").path("name").asString()).isEqualTo("first_tool");
		assertThat(answer.content().path(2).path("toolUse").path("name").asString()).isEqualTo("second_tool");
		assertThat(answer.content().path(1).path("toolUse").path("toolUseId"))
			.isNotEqualTo(answer.content().path(2).path("toolUse").path("toolUseId"));
		assertThat(answer.content()).hasSize(3);
	}

	@Test
	void whenNoToolIsNamedThenToolsAreOnlyOnOffer() {
		assertThat(answer("Hello", toolConfig("first_tool")).text()).contains("Tools on offer: `first_tool`");
	}

	@Test
	void whenOutputSchemaIsGivenThenTextFitsIt() {
		ObjectNode definition = Json.object().put("schema", SCHEMA);
		Completion answer = answer("Porto",
				",\"outputConfig\":{\"textFormat\":{\"structure\":{\"jsonSchema\":" + Json.text(definition) + "}}}");
		assertThat(Json.read(answer.text()).path("city").asString()).isEqualTo("Porto");
	}

	@Test
	void whenOutputSchemaIsNoJsonThenValidationFails() {
		assertThatExceptionOfType(ServiceErrorException.class).isThrownBy(() -> answer("Porto",
				",\"outputConfig\":{\"textFormat\":{\"structure\":{\"jsonSchema\":{\"schema\":\"{\"}}}}"));
	}

	@Test
	void whenWordsAreAskedForThenSoManyCome() {
		String filler = answer("Write 300 words", "").text();
		assertThat(Tokens.count(filler)).isGreaterThan(300);
	}

	@Test
	void whenStreamIsAggregatedThenItIsTheResponse() {
		Completion answer = answer("Use get_weather in Lisbon",
				toolConfig("get_weather") + ",\"additionalModelRequestFields\":{\"thinking\":{\"type\":\"enabled\"}}");
		assertThat(answer.content()).hasSize(3);
		List<StreamEvent> events = ConverseStreamEvents.of(answer, null);
		assertThat(aggregate(events)).isEqualTo(answer.content());
		assertThat(events.stream().mapToInt(StreamEvent::tokens).sum()).isEqualTo(answer.usage().output());
	}

	@Test
	void whenTokensAreExhaustedAnywhereThenNoMoreAreCounted() {
		for (int limit = 1; limit < 60; limit++) {
			Completion answer = answer("Use get_weather in Lisbon",
					toolConfig("get_weather") + ",\"inferenceConfig\":{\"maxTokens\":" + limit
							+ "},\"additionalModelRequestFields\":{\"thinking\":{\"type\":\"enabled\"}}");
			assertThat(answer.usage().output()).isLessThanOrEqualTo(limit);
			assertThat(answer.stopReason())
				.isEqualTo((answer.usage().output() < limit) ? "tool_use" : answer.stopReason());
			assertThat(aggregate(ConverseStreamEvents.of(answer, null))).isEqualTo(answer.content());
		}
	}

	@Test
	void whenPerformanceIsAskedForThenTheResponseRepeatsIt() {
		ObjectNode extras = answer("Hello", ",\"performanceConfig\":{\"latency\":\"optimized\"}").extras();
		assertThat(extras.path("performanceConfig").path("latency").asString()).isEqualTo("optimized");
	}

	@Test
	void shouldSplitTextIntoTokensThatMakeItUpAgain() {
		for (String text : List.of("", " ", "Hello, world!", "incomprehensibilities", "\n\n a\tb  ", "日本語 😀é",
				"a\u00a0b")) {
			assertThat(String.join("", Tokens.split(text))).isEqualTo(text);
			assertThat(Tokens.split(text)).hasSize(Tokens.count(text));
		}
		assertThat(Tokens.split("Hello, world!")).containsExactly("Hello", ",", " world", "!");
	}

	private Completion answer(String prompt, String more) {
		ObjectNode text = Json.object().put("text", prompt);
		String json = "{\"messages\":[{\"role\":\"user\",\"content\":[" + Json.text(text) + "]}]" + more + "}";
		return this.model.complete(new Conversation(ModelId.parse("anthropic.claude-x"), (ObjectNode) Json.read(json)));
	}

	private static String toolConfig(String... names) {
		ArrayNode tools = Json.array();
		for (String name : names) {
			ObjectNode spec = Json.object().put("name", name);
			spec.set("inputSchema",
					Json.object().set("json", Json.read("{\"type\":\"object\",\"properties\":{\"a\":{}}}")));
			tools.add(Json.object().set("toolSpec", spec));
		}
		return ",\"toolConfig\":{\"tools\":" + Json.text(tools) + "}";
	}

	private static ArrayNode aggregate(List<StreamEvent> events) {
		ArrayNode content = Json.array();
		StringBuilder text = new StringBuilder();
		ObjectNode block = Json.object();
		for (StreamEvent event : events) {
			JsonNode delta = event.payload().path("delta");
			JsonNode reasoning = delta.path("reasoningContent");
			text.append(delta.path("text").asString(""))
				.append(reasoning.path("text").asString(""))
				.append(delta.path("toolUse").path("input").asString(""));
			if (event.type().equals("contentBlockStart")) {
				block = event.payload().path("start").deepCopy().asObject();
			}
			if (reasoning.has("signature")) {
				ObjectNode whole = Json.object().put("text", text.toString());
				whole.set("signature", reasoning.path("signature"));
				block.set("reasoningContent", Json.object().set("reasoningText", whole));
			}
			if (event.type().equals("contentBlockStop")) {
				if (block.has("toolUse")) {
					((ObjectNode) block.path("toolUse")).set("input", Json.read(text.toString()));
				}
				content.add(block.isEmpty() ? Json.object().put("text", text.toString()) : block);
				block = Json.object();
				text.setLength(0);
			}
		}
		return content;
	}

}
