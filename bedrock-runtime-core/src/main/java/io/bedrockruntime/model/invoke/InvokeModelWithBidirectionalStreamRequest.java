package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Request to open a bidirectional stream to a model. The {@code body} member is not a
 * component: the events to send are passed separately, as a stream of
 * {@link InvokeModelWithBidirectionalStreamInput}.
 *
 * @param modelId the model, inference profile, prompt or provisioned model, by identifier
 * or ARN
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html">InvokeModelWithBidirectionalStream</a>
 */
public record InvokeModelWithBidirectionalStreamRequest(@JsonIgnore String modelId) implements Structure {

	/**
	 * Check the required components.
	 * @param modelId the model, inference profile, prompt or provisioned model, by
	 * identifier or ARN
	 */
	public InvokeModelWithBidirectionalStreamRequest {
		Assert.hasText(modelId, "'modelId' must not be empty");
	}

	/**
	 * Return a request to a model.
	 * @param modelId the model, inference profile, prompt or provisioned model, by
	 * identifier or ARN
	 * @return the request
	 */
	public static InvokeModelWithBidirectionalStreamRequest of(String modelId) {
		return new InvokeModelWithBidirectionalStreamRequest(modelId);
	}

}
