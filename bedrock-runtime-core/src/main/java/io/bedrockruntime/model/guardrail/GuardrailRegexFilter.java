package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Guardrail regex filter.
 *
 * @param action the action
 * @param name the name
 * @param match the match
 * @param regex the regex
 * @param detected the detected
 * @since 0.1.0
 */
public record GuardrailRegexFilter(GuardrailSensitiveInformationPolicyAction action, @Nullable String name,
		@Sensitive @Nullable String match, @Sensitive @Nullable String regex,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check what is required.
	 * @param action the action
	 * @param name the name
	 * @param match the match
	 * @param regex the regex
	 * @param detected the detected
	 */
	public GuardrailRegexFilter {
		Assert.notNull(action, "'action' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
