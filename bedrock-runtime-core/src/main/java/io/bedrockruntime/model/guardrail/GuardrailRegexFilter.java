package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A pattern that matched.
 *
 * @param action the action that the guardrail took
 * @param name the pattern's name
 * @param match the text that matched
 * @param regex the regular expression
 * @param detected whether it was found, even if no action was taken
 * @since 0.1.0
 */
public record GuardrailRegexFilter(GuardrailSensitiveInformationPolicyAction action, @Nullable String name,
		@Sensitive @Nullable String match, @Sensitive @Nullable String regex,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check the required components.
	 * @param action the action that the guardrail took
	 * @param name the pattern's name
	 * @param match the text that matched
	 * @param regex the regular expression
	 * @param detected whether it was found, even if no action was taken
	 */
	public GuardrailRegexFilter {
		Assert.notNull(action, "'action' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
