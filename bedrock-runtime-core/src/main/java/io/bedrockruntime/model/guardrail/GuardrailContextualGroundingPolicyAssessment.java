package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Scores for the grounding of a response in its source and for its relevance to the
 * question.
 *
 * @param filters the filters and their findings
 * @since 0.1.0
 */
public record GuardrailContextualGroundingPolicyAssessment(
		@Nullable List<GuardrailContextualGroundingFilter> filters) implements Structure {

	/**
	 * Make defensive copies.
	 * @param filters the filters and their findings
	 */
	public GuardrailContextualGroundingPolicyAssessment {
		filters = (filters != null) ? List.copyOf(filters) : null;
	}

}
