package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Findings of automated reasoning.
 *
 * @param findings the findings
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningPolicyAssessment(
		@Nullable List<GuardrailAutomatedReasoningFinding> findings) implements Structure {

	/**
	 * Make defensive copies.
	 * @param findings the findings
	 */
	public GuardrailAutomatedReasoningPolicyAssessment {
		findings = (findings != null) ? List.copyOf(findings) : null;
	}

}
