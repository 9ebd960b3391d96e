package io.bedrockruntime.model.counttokens;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Invoke model tokens request.
 *
 * @param body the body
 * @since 0.1.0
 */
public record InvokeModelTokensRequest(Blob body) implements Structure {

	/**
	 * Check what is required.
	 * @param body the body
	 */
	public InvokeModelTokensRequest {
		Assert.notNull(body, "'body' must not be null");
	}

}
