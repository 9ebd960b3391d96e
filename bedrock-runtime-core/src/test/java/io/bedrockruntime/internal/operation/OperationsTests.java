package io.bedrockruntime.internal.operation;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.bedrockruntime.model.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the constants of {@link Operations} with the contract of the service.
 */
class OperationsTests {

	/** Bound by {@link HttpBinding} itself or sent by each request. */
	private static final Set<String> IMPLIED_HEADERS = Set.of("content-type", "accept");

	static Stream<Operation<?>> operations() {
		return Operations.ALL.stream();
	}

	@Test
	void shouldHaveOneConstantForEachOperationOfTheContract() {
		assertThat(operations().map(Operation::name)).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(Contract.operations().toList());
	}

	@Test
	void shouldListEachConstant() throws IllegalAccessException {
		Set<Object> constants = new LinkedHashSet<>();
		for (var field : Operations.class.getDeclaredFields()) {
			if (Operation.class.isAssignableFrom(field.getType())) {
				constants.add(field.get(null));
			}
		}
		assertThat(constants).containsExactlyInAnyOrderElementsOf(Operations.ALL);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void shouldBindMethodAndPathAsTheContractDoes(Operation<?> operation) {
		JsonNode contract = Contract.operation(operation.name());
		assertThat(operation.binding().method().name()).isEqualTo(contract.get("method").stringValue());
		assertThat(operation.binding().path().template()).isEqualTo(contract.get("path").stringValue());
	}

	@ParameterizedTest
	@MethodSource("operations")
	void shouldBindHeadersAndQueryAsTheContractDoes(Operation<?> operation) {
		Set<String> headers = new HashSet<>();
		Set<String> query = new HashSet<>();
		members(operation, "input").forEach((name, member) -> {
			if (member.has("httpHeader")) {
				headers.add(member.get("httpHeader").stringValue().toLowerCase(Locale.ROOT));
			}
			if (member.has("httpQuery")) {
				query.add(member.get("httpQuery").stringValue());
			}
		});
		headers.removeAll(IMPLIED_HEADERS);
		Set<String> bound = new HashSet<>(operation.binding().headers().keySet());
		bound.removeAll(IMPLIED_HEADERS);
		assertThat(bound).isEqualTo(headers);
		assertThat(operation.binding().query().keySet()).isEqualTo(query);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void shouldStreamWhatTheContractStreams(Operation<?> operation) {
		JsonNode contract = Contract.operation(operation.name());
		boolean streamed = Contract.eventStream(contract.get("output").stringValue()) != null;
		assertThat(operation).isInstanceOf(streamed ? StreamOperation.class : UnaryOperation.class);
		assertThat(operation.observed().streaming()).isEqualTo(streamed);
		assertThat(operation.isRepeatable())
			.isEqualTo(Contract.eventStream(contract.get("input").stringValue()) == null);
	}

	@Test
	void shouldKnowWhichOperationsRunAModelAndWhichFailOver() {
		assertThat(operations().filter((operation) -> operation.observed().inference()).map(Operation::name))
			.containsExactlyInAnyOrder("Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream",
					"InvokeModelWithBidirectionalStream");
		assertThat(operations().filter(Operation::failsOver).map(Operation::name)).containsExactlyInAnyOrder("Converse",
				"ConverseStream", "InvokeModel", "InvokeModelWithResponseStream", "CountTokens",
				"InvokeGuardrailChecks");
	}

	private static Map<String, JsonNode> members(Operation<?> operation, String direction) {
		return Contract.members(Contract.operation(operation.name()).get(direction).stringValue());
	}

}
