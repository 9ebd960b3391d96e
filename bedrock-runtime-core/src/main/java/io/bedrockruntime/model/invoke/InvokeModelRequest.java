package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Request to a model in the model's native format. The members are not written as JSON:
 * they are sent in the path, in headers and as the body.
 *
 * @param modelId the model, inference profile, prompt or provisioned model, by identifier
 * or ARN
 * @param body the body in the model's native format, 25 MB at most
 * @param contentType the media type of the body
 * @param accept the requested media type of the response, {@code application/json} if
 * absent
 * @param trace whether the guardrail is traced
 * @param guardrailIdentifier the guardrail's identifier or ARN
 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
 * @param performanceConfigLatency the latency that was requested or provided
 * @param serviceTier the tier that processes the request, {@code null} for the default
 * @param requestMetadata keys and values for filtering the invocation log, 16 at most
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</a>
 */
public record InvokeModelRequest(@JsonIgnore String modelId, @JsonIgnore @Nullable Blob body,
		@JsonIgnore @Nullable String contentType, @JsonIgnore @Nullable String accept,
		@JsonIgnore @Nullable Trace trace, @JsonIgnore @Nullable String guardrailIdentifier,
		@JsonIgnore @Nullable String guardrailVersion,
		@JsonIgnore @Nullable PerformanceConfigLatency performanceConfigLatency,
		@JsonIgnore @Nullable ServiceTierType serviceTier,
		@JsonIgnore @Sensitive @Nullable String requestMetadata) implements Structure {

	/**
	 * Check the required components.
	 * @param modelId the model, inference profile, prompt or provisioned model, by
	 * identifier or ARN
	 * @param body the body in the model's native format, 25 MB at most
	 * @param contentType the media type of the body
	 * @param accept the requested media type of the response, {@code application/json} if
	 * absent
	 * @param trace whether the guardrail is traced
	 * @param guardrailIdentifier the guardrail's identifier or ARN
	 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
	 * @param performanceConfigLatency the latency that was requested or provided
	 * @param serviceTier the tier that processes the request, {@code null} for the
	 * default
	 * @param requestMetadata keys and values for filtering the invocation log, 16 at most
	 */
	public InvokeModelRequest {
		Assert.hasText(modelId, "'modelId' must not be empty");
	}

	/**
	 * Return a builder of a request.
	 * @param modelId the model, by identifier or ARN
	 * @return the builder
	 */
	public static Builder builder(String modelId) {
		return builder().modelId(modelId);
	}

	/**
	 * Return a builder of a request without a model.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return a builder that starts from this request.
	 * @return the builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Builds an {@link InvokeModelRequest}.
	 */
	public static final class Builder extends InvocationBuilder<Builder> {

		private Builder() {
		}

		private Builder(InvokeModelRequest request) {
			super(request);
		}

		/**
		 * Return the request.
		 * @return the request
		 * @throws IllegalArgumentException if no model was set
		 */
		public InvokeModelRequest build() {
			return invocation();
		}

	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
