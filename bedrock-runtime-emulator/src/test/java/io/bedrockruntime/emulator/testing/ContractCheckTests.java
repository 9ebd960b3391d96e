package io.bedrockruntime.emulator.testing;

import io.bedrockruntime.emulator.internal.support.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContractCheckTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			CountTokensResponse | {} | CountTokensResponse lacks inputTokens
			CountTokensResponse | {"inputTokens":"1"} | CountTokensResponse.inputTokens is not of type integer
			CountTokensResponse | {"inputTokens":1,"x":1} | CountTokensResponse has no member x or it is null
			GuardrailTopic | {"name":"a","type":"b","action":"NONE"} | GuardrailTopic.type has a value that
			GuardrailTopicPolicyAssessment | {"topics":[{}]} | GuardrailTopicPolicyAssessment.topics[] lacks name
			AsyncInvokeOutputDataConfig | {} | AsyncInvokeOutputDataConfig has not one member
			""")
	void whenResponseDoesNotFitThenItIsSaidWhere(String shape, String json, String violation) {
		assertThat(ContractCheck.violations(shape, Json.read(json)))
			.anySatisfy((found) -> assertThat(found).startsWith(violation));
	}

}
