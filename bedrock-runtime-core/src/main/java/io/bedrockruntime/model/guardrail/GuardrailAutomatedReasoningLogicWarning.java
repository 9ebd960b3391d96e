package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is always true or always false, whatever the rules say.
 *
 * @param type the type
 * @param premises the premises in formal logic and in words
 * @param claims the claims in formal logic and in words
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningLogicWarning(@Nullable GuardrailAutomatedReasoningLogicWarningType type,
		@Nullable List<GuardrailAutomatedReasoningStatement> premises,
		@Nullable List<GuardrailAutomatedReasoningStatement> claims) implements Structure {

	/**
	 * Copy what could change.
	 * @param type the type
	 * @param premises the premises in formal logic and in words
	 * @param claims the claims in formal logic and in words
	 */
	public GuardrailAutomatedReasoningLogicWarning {
		premises = (premises != null) ? List.copyOf(premises) : null;
		claims = (claims != null) ? List.copyOf(claims) : null;
	}

}
