package io.bedrockruntime.emulator.sdk;

import java.util.List;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.testing.SdkClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ImageFormat;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SdkConverseTests {

	private static BedrockRuntimeEmulator emulator;

	private static BedrockRuntimeClient client;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();
		client = SdkClients.sync(emulator);
	}

	@AfterAll
	static void stop() {
		client.close();
		emulator.close();
	}

	@Test
	void whenTextIsSentThenItIsEchoedAndCounted() {
		ConverseResponse response = converse(request("Tell me about rivers"));
		assertThat(text(response)).contains("Bedrock Runtime emulator")
			.contains("> Tell me about rivers")
			.contains("1 message");
		assertThat(response.stopReason()).isEqualTo(StopReason.END_TURN);
		assertThat(response.usage().inputTokens()).isEqualTo(4);
		assertThat(response.usage().totalTokens()).isEqualTo(4 + response.usage().outputTokens());
		assertThat(response.metrics().latencyMs()).isPositive();
		assertThat(response.responseMetadata().requestId()).hasSize(36);
	}

	@Test
	void whenAskedTwiceThenTheResponseIsTheSame() {
		assertThat(text(converse(request("Tell me")))).isEqualTo(text(converse(request("Tell me"))));
	}

	@Test
	void whenAConversationContinuesThenItsMessagesAndSystemPromptAreSeen() {
		ConverseResponse first = converse(request("One"));
		ConverseResponse second = converse(request("One").toBuilder()
			.system(SystemContentBlock.fromText("Be brief"))
			.messages(user("One"), first.output().message(), user("Show me code"))
			.build());
		assertThat(text(second)).contains("3 messages").contains("Be brief").contains("```java");
	}

	@Test
	void whenTokensExpireThenStopReasonSaysSo() {
		ConverseResponse response = converse(
				request("Hello").toBuilder().inferenceConfig((config) -> config.maxTokens(5)).build());
		assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
		assertThat(response.usage().outputTokens()).isEqualTo(5);
		assertThat(Tokens.count(text(response))).isEqualTo(5);
	}

	@Test
	void whenStopSequenceComesUpThenTextEndsBeforeIt() {
		ConverseResponse response = converse(request("Hello").toBuilder()
			.inferenceConfig((config) -> config.stopSequences("You asked"))
			.additionalModelResponseFieldPaths("/stop_sequence")
			.build());
		assertThat(response.stopReason()).isEqualTo(StopReason.STOP_SEQUENCE);
		assertThat(text(response)).doesNotContain("You asked").endsWith("\n\n");
		assertThat(response.additionalModelResponseFields().asMap().get("stop_sequence").asString())
			.isEqualTo("You asked");
	}

	@Test
	void whenToolIsNamedThenItIsUsedAndItsResultComesBack() {
		ToolConfiguration tools = weatherTool();
		Message question = user("Use get_weather for Lisbon");
		ConverseResponse call = converse(request("").toBuilder().messages(question).toolConfig(tools).build());
		assertThat(call.stopReason()).isEqualTo(StopReason.TOOL_USE);
		ToolUseBlock toolUse = call.output().message().content().get(1).toolUse();
		assertThat(toolUse.name()).isEqualTo("get_weather");
		assertThat(toolUse.input().asMap().get("city").asString()).isEqualTo("Lisbon");
		Message result = Message.builder()
			.role(ConversationRole.USER)
			.content(ContentBlock.fromToolResult((block) -> block.toolUseId(toolUse.toolUseId())
				.content(ToolResultContentBlock.fromJson(Document.mapBuilder().putNumber("celsius", 21).build()))))
			.build();
		ConverseResponse answer = converse(
				request("").toBuilder().messages(question, call.output().message(), result).toolConfig(tools).build());
		assertThat(answer.stopReason()).isEqualTo(StopReason.END_TURN);
		assertThat(text(answer)).contains("`get_weather`: {\"celsius\":21}");
	}

	@Test
	void whenToolIsForcedThenItIsUsedUnnamed() {
		ConverseResponse response = converse(request("Hello 7").toBuilder()
			.toolConfig(weatherTool().toBuilder().toolChoice((choice) -> choice.any((any) -> {
			})).build())
			.build());
		assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_USE);
	}

	@Test
	void whenImageIsSentThenItIsAcknowledged() {
		Message message = Message.builder()
			.role(ConversationRole.USER)
			.content(ContentBlock.fromText("What is it?"),
					ContentBlock.fromImage((image) -> image.format(ImageFormat.PNG)
						.source((source) -> source.bytes(SdkBytes.fromByteArray(new byte[1234])))))
			.build();
		assertThat(text(converse(request("").toBuilder().messages(message).build()))).contains("image png, 1234 bytes");
	}

	@Test
	void whenReasoningIsOnThenItComesFirstWithItsSignature() {
		Document thinking = Document.mapBuilder()
			.putDocument("thinking",
					Document.mapBuilder().putString("type", "enabled").putNumber("budget_tokens", 1024).build())
			.build();
		ConverseResponse response = converse(
				request("Hello").toBuilder().additionalModelRequestFields(thinking).build());
		ContentBlock first = response.output().message().content().get(0);
		assertThat(first.reasoningContent().reasoningText().text()).isNotBlank();
		assertThat(first.reasoningContent().reasoningText().signature()).isNotBlank();
		assertThat(converse(
				request("").toBuilder().messages(user("Hello"), response.output().message(), user("Go on")).build())
			.stopReason()).isEqualTo(StopReason.END_TURN);
	}

	@Test
	void whenPromptIsCachedThenTheFirstCallWritesAndTheNextReads() {
		ConverseRequest request = request("Hello").toBuilder()
			.system(SystemContentBlock.fromText("Be as brief as can be"),
					SystemContentBlock.fromCachePoint((point) -> point.type("default")))
			.build();
		assertThat(converse(request).usage().cacheWriteInputTokens()).isEqualTo(6);
		assertThat(converse(request).usage().cacheReadInputTokens()).isEqualTo(6);
		assertThat(converse(request).usage().inputTokens()).isEqualTo(1);
	}

	@Test
	void whenModelIsAnArnThenItIsAccepted() {
		for (String modelId : List.of("us.anthropic.claude-sonnet-4-20250514-v1:0", "amazon.nova-lite-v1:0",
				"arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0",
				"arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghijkl")) {
			assertThat(text(converse(request("Hi").toBuilder().modelId(modelId).build()))).contains(modelId);
		}
	}

	@Test
	void whenModelIsUnknownThenValidationFails() {
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> converse(request("Hi").toBuilder().modelId("no model at all").build()))
			.withMessageContaining("The provided model identifier is invalid.");
	}

	@Test
	void whenConversationDoesNotStartWithUserThenValidationFails() {
		Message assistant = Message.builder()
			.role(ConversationRole.ASSISTANT)
			.content(ContentBlock.fromText("Hello"))
			.build();
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> converse(request("").toBuilder().messages(assistant).build()))
			.withMessageContaining("must start with a user message");
	}

	@Test
	void whenEnumValueIsUnknownThenPathIsNamed() {
		Message message = Message.builder().role("robot").content(ContentBlock.fromText("Hello")).build();
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> converse(request("").toBuilder().messages(message).build()))
			.withMessageContaining("1 validation error detected: Value at 'messages.1.member.role' failed to satisfy "
					+ "constraint: Member must satisfy enum value set: [assistant, system, user]");
	}

	private static ToolConfiguration weatherTool() {
		Document schema = Document.mapBuilder()
			.putString("type", "object")
			.putDocument("properties",
					Document.mapBuilder()
						.putDocument("city", Document.mapBuilder().putString("type", "string").build())
						.build())
			.putList("required", (list) -> list.addString("city"))
			.build();
		return ToolConfiguration.builder()
			.tools(Tool.fromToolSpec((spec) -> spec.name("get_weather").inputSchema((input) -> input.json(schema))))
			.build();
	}

	private static ConverseRequest request(String text) {
		return ConverseRequest.builder().modelId(SdkClients.MODEL).messages(user(text)).build();
	}

	private static Message user(String text) {
		return Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText(text)).build();
	}

	private static ConverseResponse converse(ConverseRequest request) {
		return client.converse(request);
	}

	private static String text(ConverseResponse response) {
		return response.output()
			.message()
			.content()
			.stream()
			.map(ContentBlock::text)
			.filter((text) -> text != null)
			.reduce("", String::concat);
	}

}
