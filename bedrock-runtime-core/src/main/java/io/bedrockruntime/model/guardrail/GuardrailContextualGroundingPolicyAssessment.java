package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * How well an answer keeps to its source and to the question.
 *
 * @param filters the filters and what they found
 * @since 0.1.0
 */
public record GuardrailContextualGroundingPolicyAssessment(
		@Nullable List<GuardrailContextualGroundingFilter> filters) implements Structure {

	/**
	 * Copy what could change.
	 * @param filters the filters and what they found
	 */
	public GuardrailContextualGroundingPolicyAssessment {
		filters = (filters != null) ? List.copyOf(filters) : null;
	}

}
