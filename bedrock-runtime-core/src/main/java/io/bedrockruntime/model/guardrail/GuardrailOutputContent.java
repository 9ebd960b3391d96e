package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Content that a guardrail returns.
 *
 * @param text the text
 * @since 0.1.0
 */
public record GuardrailOutputContent(@Sensitive @Nullable String text) implements Structure {

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
