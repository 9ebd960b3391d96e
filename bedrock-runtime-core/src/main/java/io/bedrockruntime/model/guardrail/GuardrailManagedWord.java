package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Guardrail managed word.
 *
 * @param match the match
 * @param type the type
 * @param action the action
 * @param detected the detected
 * @since 0.1.0
 */
public record GuardrailManagedWord(@Sensitive String match, GuardrailManagedWordType type,
		GuardrailWordPolicyAction action, @Nullable Boolean detected) implements Structure {

	/**
	 * Check what is required.
	 * @param match the match
	 * @param type the type
	 * @param action the action
	 * @param detected the detected
	 */
	public GuardrailManagedWord {
		Assert.notNull(match, "'match' must not be null");
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
