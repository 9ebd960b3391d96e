package io.bedrockruntime.sdk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.bedrockruntime.model.Contract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the cases of the comparisons cover the complete contract.
 */
@Tag("slow")
class CaseGeneratorTests {

	/** All shapes that are sent or received: inputs, outputs, events and errors. */
	static Stream<String> roots() {
		Stream<String> inputsAndOutputs = Contract.operations()
			.map(Contract::operation)
			.flatMap((operation) -> Stream.of(operation.get("input").stringValue(),
					operation.get("output").stringValue()));
		Stream<String> events = Contract.shapes()
			.filter(Contract::isEventStream)
			.flatMap((union) -> Contract.shape(union).get("members").valueStream())
			.map((member) -> member.get("type").stringValue());
		return Stream.concat(inputsAndOutputs, Stream.concat(events, Contract.shapes().filter(Contract::isError)))
			.distinct();
	}

	@ParameterizedTest
	@MethodSource("roots")
	void everyMemberVariantAndValueIsInACase(String root) {
		Set<String> expected = new LinkedHashSet<>();
		// Shapes that only a stream contains are separate roots.
		Contract.reachableFrom(root)
			.stream()
			.filter((shape) -> CaseGenerator.members(root).size() == Contract.members(root).size()
					|| shape.equals(root))
			.forEach((shape) -> CaseGenerator.members(shape).forEach((member, description) -> {
				expected.add(shape + "." + member);
				values(description).forEach((value) -> expected.add(shape + "." + member + "=" + value));
			}));
		Set<String> found = new LinkedHashSet<>();
		List<Case> cases = CaseGenerator.ofRequests().of(root);
		cases.forEach((it) -> collect(root, it.members(), found));
		expected.removeAll(found);
		assertThat(expected).as("what no case has").isEmpty();
		// With only the required members, and with all.
		assertThat(cases).anySatisfy((it) -> assertThat(it.members().propertyNames()).hasSize(required(root)));
		assertThat(cases).anySatisfy((it) -> assertThat(it.members().propertyNames())
			.containsExactlyInAnyOrderElementsOf(CaseGenerator.members(root).keySet()));
	}

	private static int required(String root) {
		return (int) CaseGenerator.members(root)
			.keySet()
			.stream()
			.filter((member) -> Contract.isRequired(root, member))
			.count();
	}

	private static List<String> values(JsonNode description) {
		if (description.has("enum")) {
			return Contract.values(description.get("enum").stringValue());
		}
		return description.has("of") ? values(description.get("of")) : List.of();
	}

	private static void collect(String shape, JsonNode members, Set<String> found) {
		Map<String, JsonNode> descriptions = Contract.members(shape);
		members.properties().forEach((member) -> {
			found.add(shape + "." + member.getKey());
			collect(shape + "." + member.getKey(), descriptions.get(member.getKey()), member.getValue(), found);
		});
	}

	private static void collect(String place, JsonNode description, JsonNode value, Set<String> found) {
		String type = description.get("type").stringValue();
		if (description.has("enum")) {
			found.add(place + "=" + value.stringValue());
		}
		else if (type.equals("list") || type.equals("map")) {
			value.forEach((element) -> collect(place, description.get("of"), element, found));
		}
		else if (Contract.shape(type) != null) {
			collect(type, value, found);
		}
	}

}
