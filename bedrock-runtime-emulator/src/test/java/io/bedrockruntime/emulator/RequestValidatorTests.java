package io.bedrockruntime.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestValidatorTests {

	private final RequestValidator validator = new RequestValidator(Contract.load());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"messages":{}} | messages | Member must be a list
					{"messages":["x"]} | messages.1.member | Member must be a structure
					{"messages":[{"content":[]}]} | messages.1.member.role | Member must not be null
					{"messages":[{"role":"user"}]} | messages.1.member.content | Member must not be null
					{"messages":[{"role":7,"content":[]}]} | messages.1.member.role | Member must be of type string
					{"messages":[{"role":"bot","content":[]}]} | messages.1.member.role | Member must satisfy enum value set: [assistant, system, user]
					{"messages":[{"role":"user","content":[{}]}]} | messages.1.member.content.1.member | Member must have exactly one
					{"messages":[{"role":"user","content":[{"text":"a"},{"hologram":{}}]}]} | messages.1.member.content.2.member | Member must have exactly one
					{"messages":[{"role":"user","content":[{"text":"a","cachePoint":{"type":"default"}}]}]} | messages.1.member.content.1.member | Member must have exactly one
					{"messages":[{"role":"user","content":[{"image":{"format":"png","source":{"bytes":"$$"}}}]}]} | messages.1.member.content.1.member.image.source.bytes | Member must be base64-encoded
					{"inferenceConfig":{"maxTokens":1.5}} | inferenceConfig.maxTokens | Member must be of type integer
					{"inferenceConfig":{"maxTokens":3000000000}} | inferenceConfig.maxTokens | Member must be of type integer
					{"inferenceConfig":{"temperature":"hot"}} | inferenceConfig.temperature | Member must be of type float
					{"requestMetadata":{"k":1}} | requestMetadata.k.member | Member must be of type string
					{"promptVariables":{"k":{"text":1}}} | promptVariables.k.member.text | Member must be of type string
					{"toolConfig":{"tools":[{"toolSpec":{"name":"t"}}]}} | toolConfig.tools.1.member.toolSpec.inputSchema | Member must not be null
					""")
	void whenRequestDoesNotFitThenPathAndConstraintAreNamed(String json, String path, String constraint) {
		assertThat(messageOf(json)).startsWith(
				"1 validation error detected: Value at '" + path + "' failed to satisfy constraint: " + constraint);
	}

	@Test
	void whenSeveralMembersDoNotFitThenAllAreNamed() {
		assertThat(messageOf("{\"messages\":[{}]}")).startsWith("2 validation errors detected: Value at ")
			.contains("'messages.1.member.role'", "'messages.1.member.content'");
	}

	@Test
	void whenBodyIsNoJsonObjectThenNothingOfItIsRepeated() {
		assertThat(messageOf("{\"messages\": secret")).doesNotContain("secret");
		assertThat(messageOf("[1]")).contains("not a JSON object");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}
			{"messages":null,"something":"new"}
			{"messages":[null,{"role":"user","content":[{"__type":"x","text":"a","image":null}]}]}
			{"messages":[{"role":"assistant","content":[{"toolUse":{"toolUseId":"t","name":"n","input":null}}]}]}
			{"additionalModelRequestFields":[1,{"a":null}]}
			""")
	void whenServiceWouldPassOverItThenItFits(String json) {
		assertThat(validate(json)).isNotNull();
	}

	@Test
	void whenHeaderIsOutOfItsSetThenItIsNamed() {
		RecordedRequest request = new RecordedRequest("POST", "/", null,
				List.of(new Header("x-amzn-bedrock-trace", "enabled")), new byte[0]);
		assertThatExceptionOfType(ServiceError.class)
			.isThrownBy(() -> this.validator.validateHeaders("InvokeModelRequest", request))
			.satisfies((error) -> assertThat(error.body().path("message").asString()).contains("'trace'",
					"[DISABLED, ENABLED, ENABLED_FULL]"));
	}

	private Object validate(String json) {
		return this.validator.validate("ConverseRequest", json.getBytes(StandardCharsets.UTF_8));
	}

	private String messageOf(String json) {
		try {
			validate(json);
			return "";
		}
		catch (ServiceError error) {
			assertThat(error.status()).isEqualTo(400);
			return error.body().path("message").asString();
		}
	}

}
