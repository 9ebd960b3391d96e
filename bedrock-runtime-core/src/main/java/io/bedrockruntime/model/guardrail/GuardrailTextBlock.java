package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Text that a guardrail assesses.
 *
 * @param text the text
 * @param qualifiers the roles of the text for the guardrail
 * @since 0.1.0
 */
public record GuardrailTextBlock(@Sensitive String text,
		@Nullable List<GuardrailContentQualifier> qualifiers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param text the text
	 * @param qualifiers the roles of the text for the guardrail
	 */
	public GuardrailTextBlock {
		Assert.notNull(text, "'text' must not be null");
		qualifiers = (qualifiers != null) ? List.copyOf(qualifiers) : null;
	}

	/**
	 * Return an instance with only the required components.
	 * @param text the text
	 * @return the new record
	 */
	public static GuardrailTextBlock of(String text) {
		return new GuardrailTextBlock(text, null);
	}

	/**
	 * Return a copy with another {@code qualifiers}.
	 * @param qualifiers the roles of the text for the guardrail
	 * @return the copy
	 */
	public GuardrailTextBlock withQualifiers(@Nullable List<GuardrailContentQualifier> qualifiers) {
		return new GuardrailTextBlock(this.text, qualifiers);
	}

	/**
	 * Return a copy with another {@code qualifiers}.
	 * @param qualifiers the roles of the text for the guardrail
	 * @return the copy
	 */
	public GuardrailTextBlock withQualifiers(GuardrailContentQualifier... qualifiers) {
		return withQualifiers(List.of(qualifiers));
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
