package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The guardrail of a ConverseStream call.
 *
 * @param guardrailIdentifier the guardrail's identifier or ARN
 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
 * @param trace the scope of the returned assessment, none if absent
 * @param streamProcessingMode whether the stream waits for the assessment, {@code sync}
 * if absent
 * @since 0.1.0
 */
public record GuardrailStreamConfiguration(@Nullable String guardrailIdentifier, @Nullable String guardrailVersion,
		@Nullable GuardrailTrace trace,
		@Nullable GuardrailStreamProcessingMode streamProcessingMode) implements Structure {

	/**
	 * Return a copy with another {@code trace}.
	 * @param trace the scope of the returned assessment, none if absent
	 * @return the copy
	 */
	public GuardrailStreamConfiguration withTrace(@Nullable GuardrailTrace trace) {
		return new GuardrailStreamConfiguration(this.guardrailIdentifier, this.guardrailVersion, trace,
				this.streamProcessingMode);
	}

	/**
	 * Return a copy with another {@code streamProcessingMode}.
	 * @param streamProcessingMode whether the stream waits for the assessment,
	 * {@code sync} if absent
	 * @return the copy
	 */
	public GuardrailStreamConfiguration withStreamProcessingMode(
			@Nullable GuardrailStreamProcessingMode streamProcessingMode) {
		return new GuardrailStreamConfiguration(this.guardrailIdentifier, this.guardrailVersion, this.trace,
				streamProcessingMode);
	}

	/**
	 * Return the configuration of a guardrail, without a trace.
	 * @param guardrailIdentifier the guardrail's identifier or ARN
	 * @param guardrailVersion the guardrail's version
	 * @return the configuration
	 */
	public static GuardrailStreamConfiguration of(String guardrailIdentifier, String guardrailVersion) {
		return new GuardrailStreamConfiguration(guardrailIdentifier, guardrailVersion, null, null);
	}

	/**
	 * Return the configuration of the same guardrail for a stream.
	 * @param configuration the configuration for a unary call
	 * @return the configuration
	 */
	public static GuardrailStreamConfiguration from(GuardrailConfiguration configuration) {
		return new GuardrailStreamConfiguration(configuration.guardrailIdentifier(), configuration.guardrailVersion(),
				configuration.trace(), null);
	}

	/**
	 * Return the configuration of the same guardrail for a unary call.
	 * @return the configuration
	 */
	public GuardrailConfiguration toGuardrailConfiguration() {
		return new GuardrailConfiguration(this.guardrailIdentifier, this.guardrailVersion, this.trace);
	}

}
