package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Applied guardrail details.
 *
 * @param guardrailId the guardrail id
 * @param guardrailVersion the guardrail version
 * @param guardrailArn the guardrail arn
 * @param guardrailOrigin the guardrail origin
 * @param guardrailOwnership the guardrail ownership
 * @since 0.1.0
 */
public record AppliedGuardrailDetails(@Nullable String guardrailId, @Nullable String guardrailVersion,
		@Nullable String guardrailArn, @Nullable List<GuardrailOrigin> guardrailOrigin,
		@Nullable GuardrailOwnership guardrailOwnership) implements Structure {

	/**
	 * Copy what could change.
	 * @param guardrailId the guardrail id
	 * @param guardrailVersion the guardrail version
	 * @param guardrailArn the guardrail arn
	 * @param guardrailOrigin the guardrail origin
	 * @param guardrailOwnership the guardrail ownership
	 */
	public AppliedGuardrailDetails {
		guardrailOrigin = (guardrailOrigin != null) ? List.copyOf(guardrailOrigin) : null;
	}

}
