package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A statement in formal logic and in natural language.
 *
 * @param logic the formal logic
 * @param naturalLanguage the natural language
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningStatement(@Sensitive @Nullable String logic,
		@Sensitive @Nullable String naturalLanguage) implements Structure {

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
