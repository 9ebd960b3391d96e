package io.bedrockruntime.model.tool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ToolInputSchemaTests {

	@Test
	void shouldReadSchemaVerbatim() {
		String schema = "{\"type\":\"object\",\"properties\":{\"n\":{\"minimum\":1.10,\"default\":null}}}";
		ToolInputSchema.Json variant = (ToolInputSchema.Json) ToolInputSchema.json(schema);
		assertThat(variant.json()).hasToString(schema);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "secret", "{\"secret", "[]", "\"secret\"", "{} {}" })
	void whenTextIsNotAValidSchemaThenFailsWithoutQuotingIt(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ToolInputSchema.json(text))
			.withMessageStartingWith("'json'")
			.withMessageNotContaining("secret")
			.withNoCause();
	}

}
