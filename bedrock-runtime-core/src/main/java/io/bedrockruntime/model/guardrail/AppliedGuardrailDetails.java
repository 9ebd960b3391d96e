package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The guardrail that made an assessment.
 *
 * @param guardrailId the guardrail's identifier
 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
 * @param guardrailArn the guardrail's ARN
 * @param guardrailOrigin the origin of the guardrail, which is the party that required it
 * @param guardrailOwnership the ownership of the guardrail
 * @since 0.1.0
 */
public record AppliedGuardrailDetails(@Nullable String guardrailId, @Nullable String guardrailVersion,
		@Nullable String guardrailArn, @Nullable List<GuardrailOrigin> guardrailOrigin,
		@Nullable GuardrailOwnership guardrailOwnership) implements Structure {

	/**
	 * Make defensive copies.
	 * @param guardrailId the guardrail's identifier
	 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
	 * @param guardrailArn the guardrail's ARN
	 * @param guardrailOrigin the origin of the guardrail, which is the party that
	 * required it
	 * @param guardrailOwnership the ownership of the guardrail
	 */
	public AppliedGuardrailDetails {
		guardrailOrigin = (guardrailOrigin != null) ? List.copyOf(guardrailOrigin) : null;
	}

}
