package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Request to check messages without a configured guardrail.
 *
 * @param messages the messages to check
 * @param checks the checks to run
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html">InvokeGuardrailChecks</a>
 */
public record InvokeGuardrailChecksRequest(List<GuardrailChecksMessage> messages,
		GuardrailChecksConfig checks) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param messages the messages to check
	 * @param checks the checks to run
	 */
	public InvokeGuardrailChecksRequest {
		Assert.notNull(messages, "'messages' must not be null");
		messages = List.copyOf(messages);
		Assert.notNull(checks, "'checks' must not be null");
	}

	/**
	 * Return a request to check some messages.
	 * @param checks the checks to run
	 * @param messages the messages to check
	 * @return the request
	 */
	public static InvokeGuardrailChecksRequest of(GuardrailChecksConfig checks, GuardrailChecksMessage... messages) {
		return new InvokeGuardrailChecksRequest(List.of(messages), checks);
	}

}
