package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Personal information that was found.
 *
 * @param match the text that matched
 * @param type the kind of information
 * @param action the action that the guardrail took
 * @param detected whether it was found, even if no action was taken
 * @since 0.1.0
 */
public record GuardrailPiiEntityFilter(@Sensitive String match, GuardrailPiiEntityType type,
		GuardrailSensitiveInformationPolicyAction action, @Nullable Boolean detected) implements Structure {

	/**
	 * Check the required components.
	 * @param match the text that matched
	 * @param type the kind of information
	 * @param action the action that the guardrail took
	 * @param detected whether it was found, even if no action was taken
	 */
	public GuardrailPiiEntityFilter {
		Assert.notNull(match, "'match' must not be null");
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
