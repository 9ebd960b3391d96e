package io.bedrockruntime.json;

import java.util.Set;
import java.util.stream.Stream;

import io.bedrockruntime.model.Contract;
import io.bedrockruntime.model.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that JSON of every shape, made from the contract, is read and written unchanged.
 */
class ModelJsonTests {

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#structures")
	void shouldReadAndWriteStructure(String name) {
		assertRoundTrip(name, new ContractJson(false).structure(name));
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#unions")
	void shouldReadAndWriteUnion(String name) {
		new ContractJson(false).variants(name).forEach((json) -> assertRoundTrip(name, json));
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#unions")
	void shouldKeepUnknownVariants(String name) {
		ObjectNode json = BedrockRuntimeJson.mapper().createObjectNode();
		json.putObject("hologram").put("a", 1).putNull("b");
		assertRoundTrip(name, json);
	}

	/**
	 * Return all structures but one: a request to start an invocation has its model in
	 * the JSON.
	 */
	static Stream<String> structuresThatMayBeEmpty() {
		return Contract.structures().filter((name) -> !name.equals("StartAsyncInvokeRequest"));
	}

	@ParameterizedTest
	@MethodSource("structuresThatMayBeEmpty")
	void shouldTreatAbsentAndNullAlike(String name) {
		ObjectNode nulls = BedrockRuntimeJson.mapper().createObjectNode();
		Contract.members(name).keySet().forEach(nulls::putNull);
		Object fromNothing = read(name, "{}");
		assertThat(read(name, nulls.toString())).isEqualTo(fromNothing);
		JsonNode written = BedrockRuntimeJson.mapper().valueToTree(fromNothing);
		Contract.members(name).forEach((member, description) -> {
			boolean expected = Contract.isRequired(name, member) && !Contract.isBound(description);
			assertThat(written.has(member)).as("%s.%s is written", name, member).isEqualTo(expected);
		});
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#structures")
	void shouldIgnoreOrKeepUnknownMembers(String name) {
		ObjectNode json = new ContractJson(false).structure(name);
		JsonNode expected = json.deepCopy();
		json.putObject("zzz").put("new", true);
		json.put("aaa", 1);
		boolean echoed = Contract.keepsUnknownMembers(name);
		assertThat(write(read(name, json.toString()))).isEqualTo((echoed ? json : expected).toString());
	}

	static Stream<String> echoedStructures() {
		Set<String> reachable = Contract.reachableFrom("Message");
		return Contract.structures().filter(reachable::contains);
	}

	@ParameterizedTest
	@MethodSource("echoedStructures")
	void shouldLoseNothingOfStructureThatCanBeEchoed(String name) {
		assertRoundTrip(name, new ContractJson(true).structure(name));
	}

	static Stream<String> echoedUnions() {
		Set<String> reachable = Contract.reachableFrom("Message");
		return Contract.unions().filter(reachable::contains);
	}

	@ParameterizedTest
	@MethodSource("echoedUnions")
	void shouldLoseNothingOfUnionThatCanBeEchoed(String name) {
		new ContractJson(true).variants(name).forEach((json) -> assertRoundTrip(name, json));
	}

	@Test
	void shouldFindShapesToEcho() {
		assertThat(echoedStructures()).hasSizeGreaterThan(25).contains("Message", "ToolUseBlock", "CachePointBlock");
		assertThat(echoedUnions()).hasSizeGreaterThan(10).contains("ContentBlock", "ReasoningContentBlock");
	}

	private static void assertRoundTrip(String name, JsonNode json) {
		// Compare text, because the order of the members matters too.
		assertThat(write(read(name, json.toString()))).isEqualTo(json.toString());
	}

	private static Object read(String name, String json) {
		return BedrockRuntimeJson.readerFor(Contract.typeOf(name), ContractJson.labels()).readValue(json);
	}

	private static String write(Object shape) {
		return BedrockRuntimeJson.mapper().writeValueAsString(shape);
	}

}
