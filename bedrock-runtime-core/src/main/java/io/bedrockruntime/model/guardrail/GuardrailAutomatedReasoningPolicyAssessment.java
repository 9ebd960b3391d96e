package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What automated reasoning found.
 *
 * @param findings the findings
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningPolicyAssessment(
		@Nullable List<GuardrailAutomatedReasoningFinding> findings) implements Structure {

	/**
	 * Copy what could change.
	 * @param findings the findings
	 */
	public GuardrailAutomatedReasoningPolicyAssessment {
		findings = (findings != null) ? List.copyOf(findings) : null;
	}

}
