package io.bedrockruntime.model.converse;

import java.util.List;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Inference parameters that most models support. The model's default applies to an absent
 * parameter.
 *
 * @param maxTokens the maximum number of tokens to generate, at least 1
 * @param temperature the randomness of the output, from 0 to 1
 * @param topP the share of the likeliest tokens to choose from, from 0 to 1
 * @param stopSequences sequences that end the generation
 * @since 0.1.0
 */
public record InferenceConfiguration(@Nullable Integer maxTokens, @Nullable Float temperature, @Nullable Float topP,
		@Sensitive @Nullable List<String> stopSequences) implements Structure {

	/**
	 * Make defensive copies.
	 * @param maxTokens the maximum number of tokens to generate, at least 1
	 * @param temperature the randomness of the output, from 0 to 1
	 * @param topP the share of the likeliest tokens to choose from, from 0 to 1
	 * @param stopSequences sequences that end the generation
	 */
	public InferenceConfiguration {
		stopSequences = (stopSequences != null) ? List.copyOf(stopSequences) : null;
	}

	/**
	 * Return a copy with another {@code maxTokens}.
	 * @param maxTokens the maximum number of tokens to generate, at least 1
	 * @return the copy
	 */
	public InferenceConfiguration withMaxTokens(@Nullable Integer maxTokens) {
		return new InferenceConfiguration(maxTokens, this.temperature, this.topP, this.stopSequences);
	}

	/**
	 * Return a copy with another {@code temperature}.
	 * @param temperature the randomness of the output, from 0 to 1
	 * @return the copy
	 */
	public InferenceConfiguration withTemperature(@Nullable Float temperature) {
		return new InferenceConfiguration(this.maxTokens, temperature, this.topP, this.stopSequences);
	}

	/**
	 * Return a copy with another {@code topP}.
	 * @param topP the share of the likeliest tokens to choose from, from 0 to 1
	 * @return the copy
	 */
	public InferenceConfiguration withTopP(@Nullable Float topP) {
		return new InferenceConfiguration(this.maxTokens, this.temperature, topP, this.stopSequences);
	}

	/**
	 * Return a copy with another {@code stopSequences}.
	 * @param stopSequences sequences that end the generation
	 * @return the copy
	 */
	public InferenceConfiguration withStopSequences(@Nullable List<String> stopSequences) {
		return new InferenceConfiguration(this.maxTokens, this.temperature, this.topP, stopSequences);
	}

	/**
	 * Return a copy with another {@code stopSequences}.
	 * @param stopSequences sequences that end the generation
	 * @return the copy
	 */
	public InferenceConfiguration withStopSequences(String... stopSequences) {
		return withStopSequences(List.of(stopSequences));
	}

	private static final InferenceConfiguration DEFAULTS = new InferenceConfiguration(null, null, null, null);

	/**
	 * Return a configuration that uses the model's defaults for everything.
	 * @return the configuration
	 */
	public static InferenceConfiguration defaults() {
		return DEFAULTS;
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
