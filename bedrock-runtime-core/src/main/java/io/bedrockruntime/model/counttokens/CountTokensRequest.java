package io.bedrockruntime.model.counttokens;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Request to count the tokens of another request, without running it. The model must
 * support counting.
 *
 * @param modelId the model, inference profile, prompt or provisioned model, by identifier
 * or ARN
 * @param input the request whose tokens are counted
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html">CountTokens</a>
 */
public record CountTokensRequest(@JsonIgnore String modelId, CountTokensInput input) implements Structure {

	/**
	 * Check the required components.
	 * @param modelId the model, inference profile, prompt or provisioned model, by
	 * identifier or ARN
	 * @param input the request whose tokens are counted
	 */
	public CountTokensRequest {
		Assert.hasText(modelId, "'modelId' must not be empty");
		Assert.notNull(input, "'input' must not be null");
	}

}
