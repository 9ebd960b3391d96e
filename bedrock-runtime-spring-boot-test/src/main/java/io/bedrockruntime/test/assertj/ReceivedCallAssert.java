package io.bedrockruntime.test.assertj;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.json.BedrockRuntimeJson;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Assertions on a received call.
 *
 * @since 0.1.0
 */
public final class ReceivedCallAssert extends AbstractAssert<ReceivedCallAssert, RecordedRequest> {

	/**
	 * Compares numbers regardless of their type, and members regardless of their order.
	 */
	private static final Comparator<JsonNode> SAME_VALUE = (one, other) -> {
		if (one.isNumber() && other.isNumber()) {
			return one.decimalValue().compareTo(other.decimalValue());
		}
		return one.equals(other) ? 0 : 1;
	};

	private final ReceivedCall call;

	ReceivedCallAssert(RecordedRequest actual) {
		super(actual, ReceivedCallAssert.class);
		this.call = new ReceivedCall(actual);
		as("%s", this.call);
	}

	/**
	 * Verify the operation.
	 * @param operation AWS's name of the operation, for example {@code Converse}
	 * @return this assertion
	 */
	public ReceivedCallAssert hasOperation(String operation) {
		return hasValue("operation", this.actual.operation(), operation);
	}

	/**
	 * Verify the model.
	 * @param modelId the model, inference profile or prompt
	 * @return this assertion
	 */
	public ReceivedCallAssert hasModelId(String modelId) {
		return hasValue("model", this.actual.modelId(), modelId);
	}

	/**
	 * Verify the text of the last user message, including guarded text. Several blocks
	 * are joined by line ends.
	 * @param text the complete text
	 * @return this assertion
	 */
	public ReceivedCallAssert hasUserText(String text) {
		return hasValue("text of the last user message", this.call.userText(), text);
	}

	/**
	 * Return assertions on the text of the last user message.
	 * @return assertions on the text, empty if there is none
	 * @see #hasUserText(String)
	 */
	public AbstractStringAssert<?> userText() {
		return Assertions.assertThat(this.call.userText()).as("text of the last user message of %s", this.call);
	}

	/**
	 * Verify the system prompt, whose blocks are joined by line ends.
	 * @param text the complete text
	 * @return this assertion
	 */
	public ReceivedCallAssert hasSystemText(String text) {
		return hasValue("system text", this.call.systemText(), text);
	}

	/**
	 * Return assertions on the system prompt.
	 * @return assertions on the text, empty if there is none
	 */
	public AbstractStringAssert<?> systemText() {
		return Assertions.assertThat(this.call.systemText()).as("system text of %s", this.call);
	}

	/**
	 * Verify the tools in the request.
	 * @param names the names of all tools, in any order; empty for no tools
	 * @return this assertion
	 */
	public ReceivedCallAssert hasTools(String... names) {
		Set<String> expected = new TreeSet<>(List.of(names));
		Set<String> found = new TreeSet<>(this.call.tools());
		return hasValue("tools", found, expected);
	}

	/**
	 * Verify the guardrail, with any version.
	 * @param identifier the identifier or ARN of the guardrail
	 * @return this assertion
	 */
	public ReceivedCallAssert hasGuardrail(String identifier) {
		return hasValue("guardrail", this.call.guardrailIdentifier(), identifier);
	}

	/**
	 * Verify the guardrail.
	 * @param identifier the identifier or ARN of the guardrail
	 * @param version the version
	 * @return this assertion
	 */
	public ReceivedCallAssert hasGuardrail(String identifier, String version) {
		return hasGuardrail(identifier).hasValue("guardrail version", this.call.guardrailVersion(), version);
	}

	/**
	 * Verify that the request has no guardrail.
	 * @return this assertion
	 */
	public ReceivedCallAssert hasNoGuardrail() {
		return hasValue("guardrail", this.call.guardrailIdentifier(), null);
	}

	/**
	 * Verify an entry of the request metadata.
	 * @param key the key
	 * @param value the value
	 * @return this assertion
	 */
	public ReceivedCallAssert hasRequestMetadata(String key, String value) {
		JsonNode found = this.call.requestMetadata().path(key);
		return hasValue("request metadata '" + key + "'", found.isString() ? found.asString() : null, value);
	}

	/**
	 * Verify that a header has a value.
	 * @param name the name, regardless of case
	 * @param value one of its values
	 * @return this assertion
	 */
	public ReceivedCallAssert hasHeader(String name, String value) {
		List<String> values = this.actual.headerValues(name);
		if (!values.contains(value)) {
			failWithMessage("Expected header '%s' to be <%s>, but it was <%s>", name, value, values);
		}
		return this;
	}

	/**
	 * Verify that the header is missing.
	 * @param name the name, regardless of case
	 * @return this assertion
	 */
	public ReceivedCallAssert hasNoHeader(String name) {
		List<String> values = this.actual.headerValues(name);
		if (!values.isEmpty()) {
			failWithMessage("Expected no header '%s', but it was <%s>", name, values);
		}
		return this;
	}

	/**
	 * Verify a member of the request body.
	 * @param pointer a JSON pointer, for example {@code /inferenceConfig/maxTokens}
	 * @param value the value: text, number, boolean, or a list or map of them
	 * @return this assertion
	 */
	public ReceivedCallAssert hasMember(String pointer, Object value) {
		JsonNode found = this.call.body().at(pointer);
		JsonNode expected = BedrockRuntimeJson.mapper().valueToTree(value);
		if (!found.equals(SAME_VALUE, expected)) {
			failWithMessage("Expected member '%s' to be <%s>, but it was <%s>", pointer, expected,
					found.isMissingNode() ? null : found);
		}
		return this;
	}

	/**
	 * Verify that the request body does not have a member.
	 * @param pointer a JSON pointer, for example {@code /toolConfig}
	 * @return this assertion
	 */
	public ReceivedCallAssert hasNoMember(String pointer) {
		JsonNode found = this.call.body().at(pointer);
		return hasValue("member '" + pointer + "'", found.isMissingNode() ? null : found.toString(), null);
	}

	private ReceivedCallAssert hasValue(String what, @Nullable Object found, @Nullable Object expected) {
		if ((found == null) ? expected != null : !found.equals(expected)) {
			throw failureWithActualExpected(found, expected, "Expected %s to be <%s>, but it was <%s>", what,
					(expected != null) ? expected : "none", (found != null) ? found : "none");
		}
		return this;
	}

}
