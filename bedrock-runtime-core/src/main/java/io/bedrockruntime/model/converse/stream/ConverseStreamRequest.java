package io.bedrockruntime.model.converse.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.SystemContentBlock;
import io.bedrockruntime.model.converse.ConversationBuilder;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.converse.OutputConfig;
import io.bedrockruntime.model.converse.PromptVariableValues;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.invoke.PerformanceConfiguration;
import io.bedrockruntime.model.invoke.ServiceTier;
import io.bedrockruntime.model.tool.ToolConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Request to continue a conversation with a model and to stream the response.
 *
 * @param modelId the model, inference profile, prompt or provisioned model, by identifier
 * or ARN
 * @param messages the conversation, oldest message first
 * @param system system instructions and context for the conversation
 * @param inferenceConfig parameters that most models support, {@code null} for the
 * model's defaults
 * @param toolConfig the tools that the model may use
 * @param guardrailConfig the guardrail that checks input and output, {@code null} for
 * none
 * @param additionalModelRequestFields parameters that only some models support, an object
 * that is passed to the model unchanged
 * @param promptVariables the values of a prompt's variables by name, only if the model is
 * a prompt
 * @param additionalModelResponseFieldPaths JSON pointers to the parts of the model's
 * native response to return, 10 at most
 * @param requestMetadata keys and values for filtering the invocation log, 16 at most
 * @param performanceConfig the performance settings, {@code null} for the default
 * @param serviceTier the tier that processes the request, {@code null} for the default
 * @param outputConfig the output settings of the model
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html">ConverseStream</a>
 */
public record ConverseStreamRequest(@JsonIgnore String modelId, @Nullable List<Message> messages,
		@Nullable List<SystemContentBlock> system, @Nullable InferenceConfiguration inferenceConfig,
		@Nullable ToolConfiguration toolConfig, @Nullable GuardrailStreamConfiguration guardrailConfig,
		@Sensitive @Nullable JsonNode additionalModelRequestFields,
		@Sensitive @Nullable Map<String, PromptVariableValues> promptVariables,
		@Nullable List<String> additionalModelResponseFieldPaths,
		@Sensitive @Nullable Map<String, String> requestMetadata, @Nullable PerformanceConfiguration performanceConfig,
		@Nullable ServiceTier serviceTier, @Nullable OutputConfig outputConfig) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param modelId the model, inference profile, prompt or provisioned model, by
	 * identifier or ARN
	 * @param messages the conversation, oldest message first
	 * @param system system instructions and context for the conversation
	 * @param inferenceConfig parameters that most models support, {@code null} for the
	 * model's defaults
	 * @param toolConfig the tools that the model may use
	 * @param guardrailConfig the guardrail that checks input and output, {@code null} for
	 * none
	 * @param additionalModelRequestFields parameters that only some models support, an
	 * object that is passed to the model unchanged
	 * @param promptVariables the values of a prompt's variables by name, only if the
	 * model is a prompt
	 * @param additionalModelResponseFieldPaths JSON pointers to the parts of the model's
	 * native response to return, 10 at most
	 * @param requestMetadata keys and values for filtering the invocation log, 16 at most
	 * @param performanceConfig the performance settings, {@code null} for the default
	 * @param serviceTier the tier that processes the request, {@code null} for the
	 * default
	 * @param outputConfig the output settings of the model
	 */
	public ConverseStreamRequest {
		Assert.hasText(modelId, "'modelId' must not be empty");
		messages = (messages != null) ? List.copyOf(messages) : null;
		system = (system != null) ? List.copyOf(system) : null;
		promptVariables = (promptVariables != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(promptVariables))
				: null;
		additionalModelResponseFieldPaths = (additionalModelResponseFieldPaths != null)
				? List.copyOf(additionalModelResponseFieldPaths) : null;
		requestMetadata = (requestMetadata != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(requestMetadata))
				: null;
	}

	/**
	 * Return a request with one user message.
	 * @param modelId the model, inference profile or prompt, by identifier or ARN
	 * @param text the message's text
	 * @return the request
	 */
	public static ConverseStreamRequest of(String modelId, String text) {
		return builder(modelId).user(text).build();
	}

	/**
	 * Return the equivalent streaming request.
	 * @param request the unary request
	 * @return the request
	 */
	public static ConverseStreamRequest from(ConverseRequest request) {
		GuardrailConfiguration guardrail = request.guardrailConfig();
		return from(request, (guardrail != null) ? GuardrailStreamConfiguration.from(guardrail) : null);
	}

	private static ConverseStreamRequest from(ConverseRequest request,
			@Nullable GuardrailStreamConfiguration guardrailConfig) {
		return new ConverseStreamRequest(request.modelId(), request.messages(), request.system(),
				request.inferenceConfig(), request.toolConfig(), guardrailConfig,
				request.additionalModelRequestFields(), request.promptVariables(),
				request.additionalModelResponseFieldPaths(), request.requestMetadata(), request.performanceConfig(),
				request.serviceTier(), request.outputConfig());
	}

	/**
	 * Return a builder of a request.
	 * @param modelId the model, inference profile or prompt, by identifier or ARN
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
		return new Builder(toConverseRequest()).guardrailConfig(this.guardrailConfig);
	}

	/**
	 * Return the equivalent unary request. The guardrail's stream processing mode is
	 * lost.
	 * @return the request
	 */
	public ConverseRequest toConverseRequest() {
		return new ConverseRequest(this.modelId, this.messages, this.system, this.inferenceConfig, this.toolConfig,
				(this.guardrailConfig != null) ? this.guardrailConfig.toGuardrailConfiguration() : null,
				this.additionalModelRequestFields, this.promptVariables, this.additionalModelResponseFieldPaths,
				this.requestMetadata, this.performanceConfig, this.serviceTier, this.outputConfig);
	}

	/**
	 * Builds a {@link ConverseStreamRequest}.
	 */
	public static final class Builder extends ConversationBuilder<Builder> {

		private @Nullable GuardrailStreamConfiguration guardrailConfig;

		private Builder() {
		}

		private Builder(ConverseRequest request) {
			super(request);
		}

		/**
		 * Set the guardrail.
		 * @param guardrailConfig the guardrail, {@code null} for none
		 * @return this builder
		 */
		public Builder guardrailConfig(@Nullable GuardrailStreamConfiguration guardrailConfig) {
			this.guardrailConfig = guardrailConfig;
			return this;
		}

		/**
		 * Return the request.
		 * @return the request
		 * @throws IllegalArgumentException if no model was set
		 */
		public ConverseStreamRequest build() {
			return ConverseStreamRequest.from(build(null), this.guardrailConfig);
		}

	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
