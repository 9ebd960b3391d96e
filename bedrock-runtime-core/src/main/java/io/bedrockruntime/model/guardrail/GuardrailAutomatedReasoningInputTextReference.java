package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail automated reasoning input text reference.
 *
 * @param text the text
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningInputTextReference(@Sensitive @Nullable String text) implements Structure {

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
