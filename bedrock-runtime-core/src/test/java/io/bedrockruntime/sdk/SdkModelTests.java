package io.bedrockruntime.sdk;

import java.util.Map;
import java.util.stream.Stream;

import io.bedrockruntime.model.Contract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the AWS SDK's model with the contract, so that the comparisons do not silently
 * omit anything.
 */
@Tag("slow")
class SdkModelTests {

	@Test
	void sdkLacksNothingElseOfTheContract() {
		assertThat(SdkShapes.lacking()).containsExactlyInAnyOrderElementsOf(SdkShapes.LACKING);
	}

	/** Operations that are not compared, or are no longer in the contract. */
	@Test
	void everyOperationThatCanBeCalledIsCompared() {
		assertThat(BothClients.OPERATIONS).containsExactlyInAnyOrderElementsOf(BothClients.callable());
	}

	static Stream<String> inputsAndOutputs() {
		return Contract.operations()
			.map(Contract::operation)
			.flatMap((operation) -> Stream.of(operation.get("input").stringValue(),
					operation.get("output").stringValue()));
	}

	@ParameterizedTest
	@MethodSource("inputsAndOutputs")
	void bindingsAreTheSame(String shape) {
		Map<String, SdkField<?>> fields = SdkShapes.fields(SdkShapes.builder(shape));
		Map<String, JsonNode> members = CaseGenerator.members(shape);
		assertThat(fields.keySet()).containsExactlyInAnyOrderElementsOf(members.keySet());
		Contract.members(shape).forEach((member, description) -> {
			if (members.containsKey(member)) {
				assertThat(location(fields.get(member))).as("%s.%s", shape, member)
					.isEqualTo(location(member, description));
				assertThat(fields.get(member).containsTrait(DefaultValueTrait.class))
					.as("%s.%s is drawn", shape, member)
					.isEqualTo(description.has("idempotencyToken"));
			}
		});
	}

	private static String location(SdkField<?> field) {
		return field.containsTrait(PayloadTrait.class) ? "PAYLOAD" : field.location() + " " + field.locationName();
	}

	private static String location(String member, JsonNode description) {
		if (description.has("httpPayload")) {
			return "PAYLOAD";
		}
		if (description.has("httpHeader")) {
			return "HEADER " + description.get("httpHeader").stringValue();
		}
		if (description.has("httpQuery")) {
			return "QUERY_PARAM " + description.get("httpQuery").stringValue();
		}
		return (description.has("httpLabel") ? "PATH " : "PAYLOAD ") + member;
	}

}
