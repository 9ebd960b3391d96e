package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Request to a model in the model's own form whose answer is streamed. All members travel
 * outside the JSON.
 *
 * @param modelId the model, inference profile, prompt or provisioned model, by identifier
 * or ARN
 * @param body the body in the form that the model defines, 25 MB at most
 * @param contentType the media type of the body
 * @param accept the media type that the response should have, {@code application/json} if
 * absent
 * @param trace whether the guardrail is traced
 * @param guardrailIdentifier the guardrail's identifier or ARN
 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
 * @param performanceConfigLatency the latency that was asked for, or was given
 * @param serviceTier the tier that processes the request, {@code null} for the default
 * @param requestMetadata keys and values for filtering the invocation log, 16 at most
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html">InvokeModelWithResponseStream</a>
 */
public record InvokeModelWithResponseStreamRequest(@JsonIgnore String modelId, @JsonIgnore @Nullable Blob body,
		@JsonIgnore @Nullable String contentType, @JsonIgnore @Nullable String accept,
		@JsonIgnore @Nullable Trace trace, @JsonIgnore @Nullable String guardrailIdentifier,
		@JsonIgnore @Nullable String guardrailVersion,
		@JsonIgnore @Nullable PerformanceConfigLatency performanceConfigLatency,
		@JsonIgnore @Nullable ServiceTierType serviceTier,
		@JsonIgnore @Sensitive @Nullable String requestMetadata) implements Structure {

	/**
	 * Check what is required.
	 * @param modelId the model, inference profile, prompt or provisioned model, by
	 * identifier or ARN
	 * @param body the body in the form that the model defines, 25 MB at most
	 * @param contentType the media type of the body
	 * @param accept the media type that the response should have,
	 * {@code application/json} if absent
	 * @param trace whether the guardrail is traced
	 * @param guardrailIdentifier the guardrail's identifier or ARN
	 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
	 * @param performanceConfigLatency the latency that was asked for, or was given
	 * @param serviceTier the tier that processes the request, {@code null} for the
	 * default
	 * @param requestMetadata keys and values for filtering the invocation log, 16 at most
	 */
	public InvokeModelWithResponseStreamRequest {
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
	 * Return a builder of a request that still has to be given its model.
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
		Builder builder = new Builder();
		builder.modelId = this.modelId;
		builder.body = this.body;
		builder.contentType = this.contentType;
		builder.accept = this.accept;
		builder.trace = this.trace;
		builder.guardrailIdentifier = this.guardrailIdentifier;
		builder.guardrailVersion = this.guardrailVersion;
		builder.performanceConfigLatency = this.performanceConfigLatency;
		builder.serviceTier = this.serviceTier;
		builder.requestMetadata = this.requestMetadata;
		return builder;
	}

	/**
	 * Return the request that asks for the same as a stream.
	 * @param request the request that does not stream
	 * @return the request
	 */
	public static InvokeModelWithResponseStreamRequest from(InvokeModelRequest request) {
		return new InvokeModelWithResponseStreamRequest(request.modelId(), request.body(), request.contentType(),
				request.accept(), request.trace(), request.guardrailIdentifier(), request.guardrailVersion(),
				request.performanceConfigLatency(), request.serviceTier(), request.requestMetadata());
	}

	/**
	 * Builds an {@link InvokeModelWithResponseStreamRequest}.
	 */
	public static final class Builder {

		private @Nullable String modelId;

		private @Nullable Blob body;

		private @Nullable String contentType;

		private @Nullable String accept;

		private @Nullable Trace trace;

		private @Nullable String guardrailIdentifier;

		private @Nullable String guardrailVersion;

		private @Nullable PerformanceConfigLatency performanceConfigLatency;

		private @Nullable ServiceTierType serviceTier;

		private @Nullable String requestMetadata;

		private Builder() {
		}

		/**
		 * Set the model.
		 * @param modelId the model, by identifier or ARN
		 * @return this builder
		 */
		public Builder modelId(String modelId) {
			this.modelId = modelId;
			return this;
		}

		/**
		 * Set the body.
		 * @param body the body, in the form that the model expects
		 * @return this builder
		 */
		public Builder body(@Nullable Blob body) {
			this.body = body;
			return this;
		}

		/**
		 * Set the body to a text, usually JSON.
		 * @param body the text
		 * @return this builder
		 */
		public Builder body(String body) {
			return body(Blob.ofUtf8(body));
		}

		/**
		 * Set the body to JSON.
		 * @param body the JSON
		 * @return this builder
		 */
		public Builder body(JsonNode body) {
			return body(Blob.ofUtf8(body.toString()));
		}

		/**
		 * Set the media type of the body.
		 * @param contentType the media type, {@code application/json} if {@code null}
		 * @return this builder
		 */
		public Builder contentType(@Nullable String contentType) {
			this.contentType = contentType;
			return this;
		}

		/**
		 * Set the media type of the response.
		 * @param accept the media type, {@code application/json} if {@code null}
		 * @return this builder
		 */
		public Builder accept(@Nullable String accept) {
			this.accept = accept;
			return this;
		}

		/**
		 * Set whether the guardrail is traced.
		 * @param trace the setting
		 * @return this builder
		 */
		public Builder trace(@Nullable Trace trace) {
			this.trace = trace;
			return this;
		}

		/**
		 * Set the guardrail.
		 * @param guardrailIdentifier the identifier or ARN
		 * @return this builder
		 */
		public Builder guardrailIdentifier(@Nullable String guardrailIdentifier) {
			this.guardrailIdentifier = guardrailIdentifier;
			return this;
		}

		/**
		 * Set the guardrail's version.
		 * @param guardrailVersion the version
		 * @return this builder
		 */
		public Builder guardrailVersion(@Nullable String guardrailVersion) {
			this.guardrailVersion = guardrailVersion;
			return this;
		}

		/**
		 * Set the latency that is asked for.
		 * @param performanceConfigLatency the latency
		 * @return this builder
		 */
		public Builder performanceConfigLatency(@Nullable PerformanceConfigLatency performanceConfigLatency) {
			this.performanceConfigLatency = performanceConfigLatency;
			return this;
		}

		/**
		 * Set the service tier.
		 * @param serviceTier the tier
		 * @return this builder
		 */
		public Builder serviceTier(@Nullable ServiceTierType serviceTier) {
			this.serviceTier = serviceTier;
			return this;
		}

		/**
		 * Set what the invocation log is to say of the request.
		 * @param requestMetadata a JSON object as text, up to 8500 characters
		 * @return this builder
		 */
		public Builder requestMetadata(@Nullable String requestMetadata) {
			this.requestMetadata = requestMetadata;
			return this;
		}

		/**
		 * Return the request.
		 * @return the request
		 * @throws IllegalArgumentException if no model was set
		 */
		public InvokeModelWithResponseStreamRequest build() {
			Assert.hasText(this.modelId, "'modelId' must be set in the request, or a default model in the client");
			return new InvokeModelWithResponseStreamRequest(this.modelId, this.body, this.contentType, this.accept,
					this.trace, this.guardrailIdentifier, this.guardrailVersion, this.performanceConfigLatency,
					this.serviceTier, this.requestMetadata);
		}

	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
