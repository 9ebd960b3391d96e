package io.bedrockruntime.emulator.internal.validation;

import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ConverseRulesTests {

	private static final String USER = "{\"role\":\"user\",\"content\":[{\"text\":\"a\"}]}";

	private static final String TOOLS = """
			,"toolConfig":{"tools":[{"toolSpec":{"name":"t","inputSchema":{"json":{}}}}]}""";

	@ParameterizedTest
	@CsvFileSource(resources = "conversation-violations.csv", delimiter = '|', quoteCharacter = '`')
	void whenConversationBreaksARuleThenItIsNamed(String json, String message) {
		try {
			check("anthropic.claude-x", json);
			assertThat(json).as("should have been refused").isNull();
		}
		catch (ServiceErrorException error) {
			assertThat(error.body().path("message").asString()).contains(message);
		}
	}

	@ParameterizedTest
	@CsvFileSource(resources = "sound-conversations.csv", delimiter = '|', quoteCharacter = '`')
	void whenConversationIsSoundThenItPasses(String json) {
		assertThatCode(() -> check("anthropic.claude-x", json)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "additionalModelRequestFields", "inferenceConfig", "system", "toolConfig" })
	void whenModelIsAPromptThenItsOwnMembersAreRefused(String member) {
		String prompt = "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1";
		assertThatCode(() -> check(prompt, "{\"promptVariables\":{}}")).doesNotThrowAnyException();
		assertThatCode(() -> check(prompt, "{\"" + member + "\":{}}")).isInstanceOf(ServiceErrorException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "anthropic.claude-3-haiku-20240307-v1:0", "us.anthropic.claude-sonnet-4-20250514-v1:0",
			"global.anthropic.claude-opus-4-5", "meta.llama3-8b-instruct-v1:0", "amazon.titan-text-express-v1:0:8k",
			"arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
			"arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:application-inference-profile/abc123" })
	void whenModelIdIsOneThenItIsAccepted(String modelId) {
		assertThat(ModelId.parse(modelId).value()).isEqualTo(modelId);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "claude", "model id", "arn:aws:s3:::bucket", "arn:aws:bedrock:us-east-1::thing/x",
			"../anthropic.claude" })
	void whenModelIdIsInvalidThenItIsRefused(String modelId) {
		assertThatCode(() -> ModelId.parse(modelId)).isInstanceOf(ServiceErrorException.class);
	}

	private static void check(String modelId, String json) {
		ConverseRules.check(ModelId.parse(modelId),
				Json.read(json.replace("[U", "[" + USER).replace(",U", "," + USER).replace("]T}", "]" + TOOLS + "}")));
	}

}
