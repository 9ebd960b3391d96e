package io.bedrockruntime.model.counttokens;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * The body of an InvokeModel request whose tokens are counted.
 *
 * @param body the body, base64 in JSON
 * @since 0.1.0
 */
public record InvokeModelTokensRequest(Blob body) implements Structure {

	/**
	 * Check the required components.
	 * @param body the body, base64 in JSON
	 */
	public InvokeModelTokensRequest {
		Assert.notNull(body, "'body' must not be null");
	}

}
