package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Personal information and patterns that were found.
 *
 * @param piiEntities the personal information
 * @param regexes the patterns
 * @since 0.1.0
 */
public record GuardrailSensitiveInformationPolicyAssessment(List<GuardrailPiiEntityFilter> piiEntities,
		List<GuardrailRegexFilter> regexes) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param piiEntities the personal information
	 * @param regexes the patterns
	 */
	public GuardrailSensitiveInformationPolicyAssessment {
		Assert.notNull(piiEntities, "'piiEntities' must not be null");
		piiEntities = List.copyOf(piiEntities);
		Assert.notNull(regexes, "'regexes' must not be null");
		regexes = List.copyOf(regexes);
	}

}
