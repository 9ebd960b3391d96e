package io.bedrockruntime.settings;

import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Defaults for requests that omit a value.
 *
 * @param modelId the model, inference profile or prompt for requests made without one;
 * {@code null} for none
 * @param inferenceConfig the inference parameters for Converse and ConverseStream, each
 * of which applies if the request omits it; {@code null} for none. They are not sent if
 * the model is a prompt of prompt management, because the service rejects them there
 * @param guardrailConfig the guardrail for requests without a guardrail, in Converse,
 * InvokeModel and their streaming forms; {@code null} for none
 * @since 0.1.0
 */
public record RequestDefaults(@Nullable String modelId, @Nullable InferenceConfiguration inferenceConfig,
		@Nullable GuardrailStreamConfiguration guardrailConfig) {

	private static final RequestDefaults NONE = new RequestDefaults(null, null, null);

	/**
	 * Return no defaults.
	 * @return defaults that change no request
	 */
	public static RequestDefaults none() {
		return NONE;
	}

	/**
	 * Return these defaults with another model.
	 * @param modelId the model, or {@code null} for none
	 * @return the new defaults
	 */
	public RequestDefaults withModelId(@Nullable String modelId) {
		return new RequestDefaults(modelId, this.inferenceConfig, this.guardrailConfig);
	}

	/**
	 * Return these defaults with other inference parameters.
	 * @param inferenceConfig the inference parameters, or {@code null} for none
	 * @return the new defaults
	 */
	public RequestDefaults withInferenceConfig(@Nullable InferenceConfiguration inferenceConfig) {
		return new RequestDefaults(this.modelId, inferenceConfig, this.guardrailConfig);
	}

	/**
	 * Return these defaults with another guardrail.
	 * @param guardrailConfig the guardrail, or {@code null} for none
	 * @return the new defaults
	 */
	public RequestDefaults withGuardrailConfig(@Nullable GuardrailStreamConfiguration guardrailConfig) {
		return new RequestDefaults(this.modelId, this.inferenceConfig, guardrailConfig);
	}

}
