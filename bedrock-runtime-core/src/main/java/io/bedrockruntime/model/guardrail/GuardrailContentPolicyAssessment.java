package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * What the filters for harmful content found.
 *
 * @param filters the filters and what they found
 * @since 0.1.0
 */
public record GuardrailContentPolicyAssessment(List<GuardrailContentFilter> filters) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param filters the filters and what they found
	 */
	public GuardrailContentPolicyAssessment {
		Assert.notNull(filters, "'filters' must not be null");
		filters = List.copyOf(filters);
	}

}
