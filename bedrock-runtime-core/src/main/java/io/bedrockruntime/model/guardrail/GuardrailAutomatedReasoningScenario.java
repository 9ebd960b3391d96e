package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A set of statements that are true together.
 *
 * @param statements the statements
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningScenario(
		@Nullable List<GuardrailAutomatedReasoningStatement> statements) implements Structure {

	/**
	 * Make defensive copies.
	 * @param statements the statements
	 */
	public GuardrailAutomatedReasoningScenario {
		statements = (statements != null) ? List.copyOf(statements) : null;
	}

}
