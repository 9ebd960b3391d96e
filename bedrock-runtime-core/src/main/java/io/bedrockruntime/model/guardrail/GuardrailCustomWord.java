package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A word of the guardrail's own list.
 *
 * @param match the text that matched
 * @param action the action that the guardrail took
 * @param detected whether it was found, even if no action was taken
 * @since 0.1.0
 */
public record GuardrailCustomWord(@Sensitive String match, GuardrailWordPolicyAction action,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check the required components.
	 * @param match the text that matched
	 * @param action the action that the guardrail took
	 * @param detected whether it was found, even if no action was taken
	 */
	public GuardrailCustomWord {
		Assert.notNull(match, "'match' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
