package io.bedrockruntime.structured;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.converse.ConverseResponse;

import org.springframework.util.Assert;

/**
 * A model's answer, read into a type.
 *
 * @param <T> the type
 * @param value the answer
 * @param response the response that it was read from
 * @since 0.1.0
 */
public record StructuredResponse<T>(@Sensitive T value, ConverseResponse response) {

	/**
	 * Check that both are there.
	 * @param value the answer
	 * @param response the response that it was read from
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
