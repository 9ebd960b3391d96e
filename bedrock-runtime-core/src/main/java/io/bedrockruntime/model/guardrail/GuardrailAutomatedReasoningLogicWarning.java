package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is always true or always false, regardless of the rules.
 *
 * @param type the type
 * @param premises the premises in formal logic and in natural language
 * @param claims the claims in formal logic and in natural language
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningLogicWarning(@Nullable GuardrailAutomatedReasoningLogicWarningType type,
		@Nullable List<GuardrailAutomatedReasoningStatement> premises,
		@Nullable List<GuardrailAutomatedReasoningStatement> claims) implements Structure {

	/**
	 * Make defensive copies.
	 * @param type the type
	 * @param premises the premises in formal logic and in natural language
	 * @param claims the claims in formal logic and in natural language
	 */
	public GuardrailAutomatedReasoningLogicWarning {
		premises = (premises != null) ? List.copyOf(premises) : null;
		claims = (claims != null) ? List.copyOf(claims) : null;
	}

}
