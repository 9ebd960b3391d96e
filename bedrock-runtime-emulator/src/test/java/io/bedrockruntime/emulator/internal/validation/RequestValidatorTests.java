package io.bedrockruntime.emulator.internal.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.bedrockruntime.emulator.internal.journal.EventBuffer;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.service.ServiceModel;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestValidatorTests {

	private final RequestValidator validator = new RequestValidator(ServiceModel.load());

	@ParameterizedTest
	@CsvFileSource(resources = "request-violations.csv", delimiter = '|', quoteCharacter = '`')
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
	@CsvFileSource(resources = "request-leniency.csv", delimiter = '|', quoteCharacter = '`')
	void whenServiceWouldPassOverItThenItFits(String json) {
		assertThat(validate(json)).isNotNull();
	}

	@Test
	void whenHeaderIsOutOfItsSetThenItIsNamed() {
		RecordedRequest request = new RecordedRequest("POST", "/", null,
				List.of(new Header("x-amzn-bedrock-trace", "enabled")), new byte[0], new EventBuffer());
		assertThatExceptionOfType(ServiceErrorException.class)
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
		catch (ServiceErrorException error) {
			assertThat(error.status()).isEqualTo(400);
			return error.body().path("message").asString();
		}
	}

}
