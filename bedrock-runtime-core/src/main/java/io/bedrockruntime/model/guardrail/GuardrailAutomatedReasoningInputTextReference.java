package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the text that was checked.
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
