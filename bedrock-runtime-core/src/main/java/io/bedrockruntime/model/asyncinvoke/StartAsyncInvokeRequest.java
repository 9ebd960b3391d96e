package io.bedrockruntime.model.asyncinvoke;

import java.util.List;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Request to run a model asynchronously and to write its output to Amazon S3.
 *
 * @param modelId the model, by identifier or ARN
 * @param modelInput the input in the model's native format
 * @param outputDataConfig the destination of the output
 * @param clientRequestToken a token that makes the request idempotent, 1 to 256
 * characters
 * @param tags tags for the invocation
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html">StartAsyncInvoke</a>
 */
public record StartAsyncInvokeRequest(String modelId, @Sensitive JsonNode modelInput,
		AsyncInvokeOutputDataConfig outputDataConfig, @Nullable String clientRequestToken,
		@Nullable List<Tag> tags) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param modelId the model, by identifier or ARN
	 * @param modelInput the input in the model's native format
	 * @param outputDataConfig the destination of the output
	 * @param clientRequestToken a token that makes the request idempotent, 1 to 256
	 * characters
	 * @param tags tags for the invocation
	 */
	public StartAsyncInvokeRequest {
		Assert.hasText(modelId, "'modelId' must not be empty");
		Assert.notNull(modelInput, "'modelInput' must not be null");
		Assert.notNull(outputDataConfig, "'outputDataConfig' must not be null");
		tags = (tags != null) ? List.copyOf(tags) : null;
	}

	/**
	 * Return an instance with only the required components.
	 * @param modelId the model, by identifier or ARN
	 * @param modelInput the input in the model's native format
	 * @param outputDataConfig the destination of the output
	 * @return the new record
	 */
	public static StartAsyncInvokeRequest of(String modelId, JsonNode modelInput,
			AsyncInvokeOutputDataConfig outputDataConfig) {
		return new StartAsyncInvokeRequest(modelId, modelInput, outputDataConfig, null, null);
	}

	/**
	 * Return an instance with only the required components.
	 * @param modelId the model, by identifier or ARN
	 * @param modelInput the input in the model's native format
	 * @param s3Uri the destination of the output, such as {@code s3://bucket/folder}
	 * @return the new record
	 */
	public static StartAsyncInvokeRequest of(String modelId, JsonNode modelInput, String s3Uri) {
		return of(modelId, modelInput,
				AsyncInvokeOutputDataConfig.s3OutputDataConfig(AsyncInvokeS3OutputDataConfig.of(s3Uri)));
	}

	/**
	 * Return a copy with another {@code clientRequestToken}.
	 * @param clientRequestToken a token that makes the request idempotent, 1 to 256
	 * characters
	 * @return the copy
	 */
	public StartAsyncInvokeRequest withClientRequestToken(@Nullable String clientRequestToken) {
		return new StartAsyncInvokeRequest(this.modelId, this.modelInput, this.outputDataConfig, clientRequestToken,
				this.tags);
	}

	/**
	 * Return a copy with another {@code tags}.
	 * @param tags tags for the invocation
	 * @return the copy
	 */
	public StartAsyncInvokeRequest withTags(@Nullable List<Tag> tags) {
		return new StartAsyncInvokeRequest(this.modelId, this.modelInput, this.outputDataConfig,
				this.clientRequestToken, tags);
	}

	/**
	 * Return a copy with another {@code tags}.
	 * @param tags tags for the invocation
	 * @return the copy
	 */
	public StartAsyncInvokeRequest withTags(Tag... tags) {
		return withTags(List.of(tags));
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
