package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A word of a list that AWS maintains.
 *
 * @param match the text that matched
 * @param type the list
 * @param action the action that the guardrail took
 * @param detected whether it was found, even if no action was taken
 * @since 0.1.0
 */
public record GuardrailManagedWord(@Sensitive String match, GuardrailManagedWordType type,
		GuardrailWordPolicyAction action, @Nullable Boolean detected) implements Structure {

	/**
	 * Check the required components.
	 * @param match the text that matched
	 * @param type the list
	 * @param action the action that the guardrail took
	 * @param detected whether it was found, even if no action was taken
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
