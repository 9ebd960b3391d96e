package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The guardrail of a Converse call.
 *
 * @param guardrailIdentifier the guardrail's identifier or ARN
 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
 * @param trace the scope of the returned assessment, none if absent
 * @since 0.1.0
 */
public record GuardrailConfiguration(@Nullable String guardrailIdentifier, @Nullable String guardrailVersion,
		@Nullable GuardrailTrace trace) implements Structure {

	/**
	 * Return a copy with another {@code trace}.
	 * @param trace the scope of the returned assessment, none if absent
	 * @return the copy
	 */
	public GuardrailConfiguration withTrace(@Nullable GuardrailTrace trace) {
		return new GuardrailConfiguration(this.guardrailIdentifier, this.guardrailVersion, trace);
	}

	/**
	 * Return the configuration of a guardrail, without a trace.
	 * @param guardrailIdentifier the guardrail's identifier or ARN
	 * @param guardrailVersion the guardrail's version
	 * @return the configuration
	 */
	public static GuardrailConfiguration of(String guardrailIdentifier, String guardrailVersion) {
		return new GuardrailConfiguration(guardrailIdentifier, guardrailVersion, null);
	}

}
