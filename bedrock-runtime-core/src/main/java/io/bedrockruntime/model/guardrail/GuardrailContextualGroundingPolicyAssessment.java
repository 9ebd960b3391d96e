package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail contextual grounding policy assessment.
 *
 * @param filters the filters
 * @since 0.1.0
 */
public record GuardrailContextualGroundingPolicyAssessment(
		@Nullable List<GuardrailContextualGroundingFilter> filters) implements Structure {

	/**
	 * Copy what could change.
	 * @param filters the filters
	 */
	public GuardrailContextualGroundingPolicyAssessment {
		filters = (filters != null) ? List.copyOf(filters) : null;
	}

}
