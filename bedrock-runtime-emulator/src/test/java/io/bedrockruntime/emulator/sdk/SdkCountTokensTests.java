package io.bedrockruntime.emulator.sdk;

import java.util.List;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.emulator.testing.SdkClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.CountTokensInput;
import software.amazon.awssdk.services.bedrockruntime.model.ImageFormat;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolInputSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SdkCountTokensTests {

	private static final String NOVA = "amazon.nova-lite-v1:0";

	private static BedrockRuntimeEmulator emulator;

	private static BedrockRuntimeClient client;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();
		client = SdkClients.checked(emulator);
	}

	@AfterAll
	static void stop() {
		client.close();
		emulator.close();
	}

	@Test
	void whenConversationIsCountedThenItIsWhatConverseReports() {
		Message message = Message.builder()
			.role(ConversationRole.USER)
			.content(ContentBlock.fromText("What is it that you see, in a few words?"),
					ContentBlock.fromImage((image) -> image.format(ImageFormat.PNG)
						.source((source) -> source.bytes(SdkBytes.fromByteArray(new byte[5000])))))
			.build();
		SystemContentBlock system = SystemContentBlock.fromText("Be brief");
		ToolConfiguration tools = ToolConfiguration.builder()
			.tools(Tool.fromToolSpec((spec) -> spec.name("get_weather")
				.inputSchema(ToolInputSchema.fromJson(Document.mapBuilder().putString("type", "object").build()))))
			.build();
		int counted = count(
				CountTokensInput.fromConverse((request) -> request.messages(message).system(system).toolConfig(tools)));
		TokenUsage usage = client
			.converse((request) -> request.modelId(SdkClients.MODEL).messages(message).system(system).toolConfig(tools))
			.usage();
		assertThat(counted).isEqualTo(usage.inputTokens()).isGreaterThan(20);
	}

	@Test
	void whenPartOfItWouldBeCachedThenAllOfItIsCountedAndNothingIsWritten() {
		List<SystemContentBlock> system = List.of(SystemContentBlock.fromText("Answer with care and in rhymes"),
				SystemContentBlock.fromCachePoint((point) -> point.type(CachePointType.DEFAULT)));
		int counted = count(CountTokensInput.fromConverse((request) -> request.messages(user("Hi")).system(system)));
		TokenUsage usage = client
			.converse((request) -> request.modelId(SdkClients.MODEL).messages(user("Hi")).system(system))
			.usage();
		assertThat(usage.cacheWriteInputTokens()).isPositive();
		assertThat(counted).isEqualTo(usage.inputTokens() + usage.cacheWriteInputTokens());
	}

	@Test
	void whenBodyOfAModelIsCountedThenItIsWhatInvokeModelReports() {
		String body = """
				{"anthropic_version":"bedrock-2023-05-31","max_tokens":100,"system":"Be brief",
				"messages":[{"role":"user","content":"Tell me about rivers"}]}""";
		int counted = count(CountTokensInput.fromInvokeModel((request) -> request.body(SdkBytes.fromUtf8String(body))));
		String reported = client
			.invokeModel((request) -> request.modelId(SdkClients.MODEL).body(SdkBytes.fromUtf8String(body)))
			.body()
			.asUtf8String();
		assertThat(counted).isEqualTo(Json.read(reported).path("usage").path("input_tokens").asInt()).isEqualTo(6);
	}

	@Test
	void whenBodyIsOfAnotherModelThenItIsReadInItsForm() {
		assertThat(
				client
					.countTokens((request) -> request.modelId(NOVA)
						.input(CountTokensInput.fromInvokeModel((body) -> body.body(SdkBytes.fromUtf8String(
								"{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"One two\"}]}]}")))))
					.inputTokens())
			.isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			amazon.nova-lite-v1:0 | /usage/inputTokens | {"messages":[{"role":"user","content":[{"text":"One two"}]}]}
			amazon.titan-text-express-v1 | /inputTextTokenCount | {"inputText":"One two three."}
			meta.llama3-8b-instruct-v1:0 | /prompt_token_count | {"prompt":"One two three?","max_gen_len":9}
			openai.gpt-oss-20b-1:0 | /usage/prompt_tokens | {"messages":[{"role":"user","content":"One, two"}]}
			amazon.titan-embed-image-v1 | /inputTextTokenCount | {"inputText":"One two"}
			""")
	void whenBodyOfAnyFamilyIsCountedThenItIsWhatInvokeModelReports(String model, String count, String body) {
		SdkBytes bytes = SdkBytes.fromUtf8String(body);
		int counted = client
			.countTokens((request) -> request.modelId(model)
				.input(CountTokensInput.fromInvokeModel((invoke) -> invoke.body(bytes))))
			.inputTokens();
		InvokeModelResponse response = client.invokeModel((request) -> request.modelId(model).body(bytes));
		assertThat(counted).isEqualTo(Json.read(response.body().asByteArray()).at(count).asInt()).isGreaterThan(1);
		assertThat(response.sdkHttpResponse().firstMatchingHeader("X-Amzn-Bedrock-Input-Token-Count"))
			.hasValue(Integer.toString(counted));
	}

	@Test
	void whenInputIsNotSoundThenValidationFails() {
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(
					() -> count(CountTokensInput.fromInvokeModel((body) -> body.body(SdkBytes.fromUtf8String("x")))))
			.withMessageContaining("could not be read as JSON");
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(
					() -> count(CountTokensInput.fromInvokeModel((body) -> body.body(SdkBytes.fromUtf8String("{}")))))
			.withMessageContaining("required key [anthropic_version] not found");
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> count(CountTokensInput.fromConverse((request) -> request.messages(List.of()))))
			.withMessageContaining("must start with a user message");
		assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> count(CountTokensInput.builder().build()))
			.withMessageContaining("'input'");
	}

	@Test
	void whenAModelsWordsAreScriptedThenTheyWaitForAModel() {
		emulator.script().text("Forty-two.");
		emulator.script().add(ScriptEntry.of(new Reply.Json("{\"inputTokens\":7}")).on("CountTokens"));
		CountTokensInput input = CountTokensInput.fromConverse((request) -> request.messages(user("Hi")));
		assertThat(count(input)).isEqualTo(7);
		assertThat(count(input)).isEqualTo(1);
		assertThat(client.converse((request) -> request.modelId(SdkClients.MODEL).messages(user("Hi")))
			.output()
			.message()
			.content()
			.get(0)
			.text()).isEqualTo("Forty-two.");
	}

	private static int count(CountTokensInput input) {
		return client.countTokens((request) -> request.modelId(SdkClients.MODEL).input(input)).inputTokens();
	}

	private static Message user(String text) {
		return Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText(text)).build();
	}

}
