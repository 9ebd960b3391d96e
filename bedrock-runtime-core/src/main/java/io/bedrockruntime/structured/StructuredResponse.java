package io.bedrockruntime.structured;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.converse.ConverseResponse;

import org.springframework.util.Assert;

/**
 * Response of a model with its text read as a value of a type.
 *
 * @param <T> the type
 * @param value the value
 * @param response the response that contains the value as JSON
 * @since 0.1.0
 */
public record StructuredResponse<T>(@Sensitive T value, ConverseResponse response) {

	/**
	 * Create an instance.
	 * @param value the value
	 * @param response the response that contains the value as JSON
	 */
	public StructuredResponse {
		Assert.notNull(value, "'value' must not be null");
		Assert.notNull(response, "'response' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
