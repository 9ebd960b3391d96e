package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Base class of the builders of InvokeModel and InvokeModelWithResponseStream requests.
 *
 * @param <B> the builder itself
 * @since 0.1.0
 */
public abstract class InvocationBuilder<B extends InvocationBuilder<B>> {

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

	/**
	 * Create an empty builder.
	 */
	protected InvocationBuilder() {
	}

	/**
	 * Create a builder that starts from a request.
	 * @param request the request
	 */
	protected InvocationBuilder(InvokeModelRequest request) {
		this.modelId = request.modelId();
		this.body = request.body();
		this.contentType = request.contentType();
		this.accept = request.accept();
		this.trace = request.trace();
		this.guardrailIdentifier = request.guardrailIdentifier();
		this.guardrailVersion = request.guardrailVersion();
		this.performanceConfigLatency = request.performanceConfigLatency();
		this.serviceTier = request.serviceTier();
		this.requestMetadata = request.requestMetadata();
	}

	/**
	 * Return the configured members as a unary request.
	 * @return the request
	 * @throws IllegalArgumentException if no model was set
	 */
	protected final InvokeModelRequest invocation() {
		Assert.hasText(this.modelId, "'modelId' must be set in the request, or a default model in the client");
		return new InvokeModelRequest(this.modelId, this.body, this.contentType, this.accept, this.trace,
				this.guardrailIdentifier, this.guardrailVersion, this.performanceConfigLatency, this.serviceTier,
				this.requestMetadata);
	}

	@SuppressWarnings("unchecked")
	private B self() {
		return (B) this;
	}

	/**
	 * Set the model.
	 * @param modelId the model, by identifier or ARN
	 * @return this builder
	 */
	public B modelId(String modelId) {
		this.modelId = modelId;
		return self();
	}

	/**
	 * Set the body.
	 * @param body the body, in the model's native format
	 * @return this builder
	 */
	public B body(@Nullable Blob body) {
		this.body = body;
		return self();
	}

	/**
	 * Set the body to a text, usually JSON.
	 * @param body the text
	 * @return this builder
	 */
	public B body(String body) {
		return body(Blob.ofUtf8(body));
	}

	/**
	 * Set the body to JSON.
	 * @param body the JSON
	 * @return this builder
	 */
	public B body(JsonNode body) {
		return body(Blob.ofUtf8(body.toString()));
	}

	/**
	 * Set the media type of the body.
	 * @param contentType the media type, {@code application/json} if {@code null}
	 * @return this builder
	 */
	public B contentType(@Nullable String contentType) {
		this.contentType = contentType;
		return self();
	}

	/**
	 * Set the media type of the response.
	 * @param accept the media type, {@code application/json} if {@code null}
	 * @return this builder
	 */
	public B accept(@Nullable String accept) {
		this.accept = accept;
		return self();
	}

	/**
	 * Set whether the guardrail is traced.
	 * @param trace the setting
	 * @return this builder
	 */
	public B trace(@Nullable Trace trace) {
		this.trace = trace;
		return self();
	}

	/**
	 * Set the guardrail.
	 * @param guardrailIdentifier the identifier or ARN
	 * @return this builder
	 */
	public B guardrailIdentifier(@Nullable String guardrailIdentifier) {
		this.guardrailIdentifier = guardrailIdentifier;
		return self();
	}

	/**
	 * Set the guardrail's version.
	 * @param guardrailVersion the version
	 * @return this builder
	 */
	public B guardrailVersion(@Nullable String guardrailVersion) {
		this.guardrailVersion = guardrailVersion;
		return self();
	}

	/**
	 * Set the requested latency.
	 * @param performanceConfigLatency the latency
	 * @return this builder
	 */
	public B performanceConfigLatency(@Nullable PerformanceConfigLatency performanceConfigLatency) {
		this.performanceConfigLatency = performanceConfigLatency;
		return self();
	}

	/**
	 * Set the service tier.
	 * @param serviceTier the tier
	 * @return this builder
	 */
	public B serviceTier(@Nullable ServiceTierType serviceTier) {
		this.serviceTier = serviceTier;
		return self();
	}

	/**
	 * Set the metadata of the request in the invocation log.
	 * @param requestMetadata a JSON object as text, up to 8500 characters
	 * @return this builder
	 */
	public B requestMetadata(@Nullable String requestMetadata) {
		this.requestMetadata = requestMetadata;
		return self();
	}

}
