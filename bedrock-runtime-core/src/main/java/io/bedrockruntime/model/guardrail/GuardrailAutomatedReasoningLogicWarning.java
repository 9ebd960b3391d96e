package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail automated reasoning logic warning.
 *
 * @param type the type
 * @param premises the premises
 * @param claims the claims
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningLogicWarning(@Nullable GuardrailAutomatedReasoningLogicWarningType type,
		@Nullable List<GuardrailAutomatedReasoningStatement> premises,
		@Nullable List<GuardrailAutomatedReasoningStatement> claims) implements Structure {

	/**
	 * Copy what could change.
	 * @param type the type
	 * @param premises the premises
	 * @param claims the claims
	 */
	public GuardrailAutomatedReasoningLogicWarning {
		premises = (premises != null) ? List.copyOf(premises) : null;
		claims = (claims != null) ? List.copyOf(claims) : null;
	}

}
