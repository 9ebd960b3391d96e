package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Findings of the filters for harmful content.
 *
 * @param filters the filters and their findings
 * @since 0.1.0
 */
public record GuardrailContentPolicyAssessment(List<GuardrailContentFilter> filters) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param filters the filters and their findings
	 */
	public GuardrailContentPolicyAssessment {
		Assert.notNull(filters, "'filters' must not be null");
		filters = List.copyOf(filters);
	}

}
