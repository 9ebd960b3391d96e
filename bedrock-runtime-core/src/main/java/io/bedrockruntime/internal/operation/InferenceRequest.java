package io.bedrockruntime.internal.operation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailTrace;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.Trace;
import io.bedrockruntime.settings.FailoverTarget;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * View of a request that runs a model. The requests of Converse, InvokeModel and their
 * streaming forms have the same members under different types and names; the defaults,
 * the request metadata and the failover of a client work on this view of them.
 *
 * @param <I> the type of request
 */
public sealed interface InferenceRequest<I> {

	/**
	 * Return the request.
	 */
	I request();

	/**
	 * Return the model that the request names.
	 */
	String modelId();

	/**
	 * Return whether the request has inference parameters outside its body.
	 */
	boolean takesInferenceConfig();

	/**
	 * Return the inference parameters of the request, or {@code null} for none.
	 */
	@Nullable InferenceConfiguration inferenceConfig();

	/**
	 * Return whether the request names a guardrail.
	 */
	boolean hasGuardrail();

	/**
	 * Return the guardrail of the request, or {@code null} for none.
	 */
	@Nullable GuardrailStreamConfiguration guardrail();

	/**
	 * Return the request with another model, inference parameters and guardrail.
	 * @param modelId the model
	 * @param inferenceConfig the inference parameters, or {@code null} for none
	 * @param guardrail the guardrail, or {@code null} to keep the guardrail of the
	 * request
	 */
	I with(String modelId, @Nullable InferenceConfiguration inferenceConfig,
			@Nullable GuardrailStreamConfiguration guardrail);

	/**
	 * Return the metadata of the request, or {@code null} for none.
	 * @throws JacksonException if it cannot be read
	 */
	@Nullable Map<String, String> requestMetadata();

	/**
	 * Return the request with other metadata, or unchanged if the metadata is too long.
	 */
	I withRequestMetadata(Map<String, String> metadata);

	/**
	 * Return the request for another target: with the model of that target, if it has
	 * one, and with the guardrail of that target instead of the request's guardrail.
	 */
	default I at(FailoverTarget target) {
		String modelId = (target.modelId() != null) ? target.modelId() : modelId();
		GuardrailStreamConfiguration own = guardrail();
		if (own == null || target.guardrailIdentifier() == null) {
			return with(modelId, inferenceConfig(), null);
		}
		return with(modelId, inferenceConfig(), new GuardrailStreamConfiguration(target.guardrailIdentifier(),
				target.guardrailVersion(), own.trace(), own.streamProcessingMode()));
	}

	static InferenceRequest<ConverseRequest> of(ConverseRequest request) {
		return new OfConverse(request);
	}

	static InferenceRequest<ConverseStreamRequest> of(ConverseStreamRequest request) {
		return new OfConverseStream(request);
	}

	static InferenceRequest<InvokeModelRequest> of(InvokeModelRequest request) {
		return new OfInvokeModel(request);
	}

	static InferenceRequest<InvokeModelWithResponseStreamRequest> of(InvokeModelWithResponseStreamRequest request) {
		return new OfInvokeModelWithResponseStream(request);
	}

	/**
	 * View of a request of Converse.
	 */
	record OfConverse(ConverseRequest request) implements InferenceRequest<ConverseRequest> {

		@Override
		public String modelId() {
			return this.request.modelId();
		}

		@Override
		public boolean takesInferenceConfig() {
			return true;
		}

		@Override
		public @Nullable InferenceConfiguration inferenceConfig() {
			return this.request.inferenceConfig();
		}

		@Override
		public boolean hasGuardrail() {
			return this.request.guardrailConfig() != null;
		}

		@Override
		public @Nullable GuardrailStreamConfiguration guardrail() {
			GuardrailConfiguration guardrail = this.request.guardrailConfig();
			return (guardrail != null) ? GuardrailStreamConfiguration.from(guardrail) : null;
		}

		@Override
		public ConverseRequest with(String modelId, @Nullable InferenceConfiguration inferenceConfig,
				@Nullable GuardrailStreamConfiguration guardrail) {
			ConverseRequest.Builder builder = this.request.toBuilder()
				.modelId(modelId)
				.inferenceConfig(inferenceConfig);
			if (guardrail != null) {
				builder.guardrailConfig(guardrail.toGuardrailConfiguration());
			}
			return builder.build();
		}

		@Override
		public @Nullable Map<String, String> requestMetadata() {
			return this.request.requestMetadata();
		}

		@Override
		public ConverseRequest withRequestMetadata(Map<String, String> metadata) {
			return this.request.toBuilder().requestMetadata(metadata).build();
		}

	}

	/**
	 * View of a request of ConverseStream.
	 */
	record OfConverseStream(ConverseStreamRequest request) implements InferenceRequest<ConverseStreamRequest> {

		@Override
		public String modelId() {
			return this.request.modelId();
		}

		@Override
		public boolean takesInferenceConfig() {
			return true;
		}

		@Override
		public @Nullable InferenceConfiguration inferenceConfig() {
			return this.request.inferenceConfig();
		}

		@Override
		public boolean hasGuardrail() {
			return this.request.guardrailConfig() != null;
		}

		@Override
		public @Nullable GuardrailStreamConfiguration guardrail() {
			return this.request.guardrailConfig();
		}

		@Override
		public ConverseStreamRequest with(String modelId, @Nullable InferenceConfiguration inferenceConfig,
				@Nullable GuardrailStreamConfiguration guardrail) {
			ConverseStreamRequest.Builder builder = this.request.toBuilder()
				.modelId(modelId)
				.inferenceConfig(inferenceConfig);
			if (guardrail != null) {
				builder.guardrailConfig(guardrail);
			}
			return builder.build();
		}

		@Override
		public @Nullable Map<String, String> requestMetadata() {
			return this.request.requestMetadata();
		}

		@Override
		public ConverseStreamRequest withRequestMetadata(Map<String, String> metadata) {
			return this.request.toBuilder().requestMetadata(metadata).build();
		}

	}

	/**
	 * View of a request of InvokeModel, whose metadata is the JSON text of a header.
	 */
	record OfInvokeModel(InvokeModelRequest request) implements InferenceRequest<InvokeModelRequest> {

		private static final int MAX_METADATA_LENGTH = 8500;

		private static final TypeReference<LinkedHashMap<String, String>> ENTRIES = new TypeReference<>() {
		};

		@Override
		public String modelId() {
			return this.request.modelId();
		}

		@Override
		public boolean takesInferenceConfig() {
			return false;
		}

		@Override
		public @Nullable InferenceConfiguration inferenceConfig() {
			return null;
		}

		@Override
		public boolean hasGuardrail() {
			return this.request.guardrailIdentifier() != null;
		}

		@Override
		public @Nullable GuardrailStreamConfiguration guardrail() {
			return hasGuardrail() ? new GuardrailStreamConfiguration(this.request.guardrailIdentifier(),
					this.request.guardrailVersion(), null, null) : null;
		}

		@Override
		public InvokeModelRequest with(String modelId, @Nullable InferenceConfiguration inferenceConfig,
				@Nullable GuardrailStreamConfiguration guardrail) {
			InvokeModelRequest.Builder builder = this.request.toBuilder().modelId(modelId);
			if (guardrail != null) {
				Trace trace = this.request.trace();
				builder.guardrailIdentifier(guardrail.guardrailIdentifier())
					.guardrailVersion(guardrail.guardrailVersion())
					.trace((trace != null) ? trace : headerTrace(guardrail.trace()));
			}
			return builder.build();
		}

		@Override
		public @Nullable Map<String, String> requestMetadata() {
			String metadata = this.request.requestMetadata();
			return (metadata != null) ? BedrockRuntimeJson.mapper().readValue(metadata, ENTRIES) : null;
		}

		@Override
		public InvokeModelRequest withRequestMetadata(Map<String, String> metadata) {
			String text = BedrockRuntimeJson.mapper().writeValueAsString(metadata);
			return (text.length() <= MAX_METADATA_LENGTH) ? this.request.toBuilder().requestMetadata(text).build()
					: this.request;
		}

		/** The header has the values in upper case, the JSON in lower case. */
		private static @Nullable Trace headerTrace(@Nullable GuardrailTrace trace) {
			return (trace != null) ? Trace.of(trace.value().toUpperCase(Locale.ROOT)) : null;
		}

	}

	/**
	 * View of a request of InvokeModelWithResponseStream, which has the members of
	 * InvokeModel's.
	 */
	record OfInvokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request,
			OfInvokeModel unary) implements InferenceRequest<InvokeModelWithResponseStreamRequest> {

		OfInvokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request) {
			this(request, new OfInvokeModel(request.toInvokeModelRequest()));
		}

		@Override
		public String modelId() {
			return this.unary.modelId();
		}

		@Override
		public boolean takesInferenceConfig() {
			return false;
		}

		@Override
		public @Nullable InferenceConfiguration inferenceConfig() {
			return null;
		}

		@Override
		public boolean hasGuardrail() {
			return this.unary.hasGuardrail();
		}

		@Override
		public @Nullable GuardrailStreamConfiguration guardrail() {
			return this.unary.guardrail();
		}

		@Override
		public InvokeModelWithResponseStreamRequest with(String modelId,
				@Nullable InferenceConfiguration inferenceConfig, @Nullable GuardrailStreamConfiguration guardrail) {
			return InvokeModelWithResponseStreamRequest.from(this.unary.with(modelId, inferenceConfig, guardrail));
		}

		@Override
		public @Nullable Map<String, String> requestMetadata() {
			return this.unary.requestMetadata();
		}

		@Override
		public InvokeModelWithResponseStreamRequest withRequestMetadata(Map<String, String> metadata) {
			return InvokeModelWithResponseStreamRequest.from(this.unary.withRequestMetadata(metadata));
		}

	}

}
