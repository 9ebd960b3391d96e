package io.bedrockruntime.model.converse;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.invoke.PerformanceConfiguration;
import io.bedrockruntime.model.invoke.ServiceTier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Response of a model in a conversation.
 *
 * @param output the output of the model
 * @param stopReason the reason why the model stopped
 * @param usage the tokens that were consumed
 * @param metrics the latency of the call
 * @param additionalModelResponseFields the parts of the model's native response that were
 * requested
 * @param trace the trace of the guardrail and the prompt router, if it was requested
 * @param performanceConfig the performance settings, {@code null} for the default
 * @param serviceTier the tier that processes the request, {@code null} for the default
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record ConverseResponse(ConverseOutput output, StopReason stopReason, TokenUsage usage, ConverseMetrics metrics,
		@Sensitive @Nullable JsonNode additionalModelResponseFields, @Nullable ConverseTrace trace,
		@Nullable PerformanceConfiguration performanceConfig, @Nullable ServiceTier serviceTier,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check the required components.
	 * @param output the output of the model
	 * @param stopReason the reason why the model stopped
	 * @param usage the tokens that were consumed
	 * @param metrics the latency of the call
	 * @param additionalModelResponseFields the parts of the model's native response that
	 * were requested
	 * @param trace the trace of the guardrail and the prompt router, if it was requested
	 * @param performanceConfig the performance settings, {@code null} for the default
	 * @param serviceTier the tier that processes the request, {@code null} for the
	 * default
	 * @param responseMetadata the metadata of the response, {@code null} if the response
	 * did not come from the service
	 */
	public ConverseResponse {
		Assert.notNull(output, "'output' must not be null");
		Assert.notNull(stopReason, "'stopReason' must not be null");
		Assert.notNull(usage, "'usage' must not be null");
		Assert.notNull(metrics, "'metrics' must not be null");
	}

	/**
	 * Create an instance without response metadata.
	 * @param output the output of the model
	 * @param stopReason the reason why the model stopped
	 * @param usage the tokens that were consumed
	 * @param metrics the latency of the call
	 * @param additionalModelResponseFields the parts of the model's native response that
	 * were requested
	 * @param trace the trace of the guardrail and the prompt router, if it was requested
	 * @param performanceConfig the performance settings, {@code null} for the default
	 * @param serviceTier the tier that processes the request, {@code null} for the
	 * default
	 */
	public ConverseResponse(ConverseOutput output, StopReason stopReason, TokenUsage usage, ConverseMetrics metrics,
			@Nullable JsonNode additionalModelResponseFields, @Nullable ConverseTrace trace,
			@Nullable PerformanceConfiguration performanceConfig, @Nullable ServiceTier serviceTier) {
		this(output, stopReason, usage, metrics, additionalModelResponseFields, trace, performanceConfig, serviceTier,
				null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public ConverseResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new ConverseResponse(this.output, this.stopReason, this.usage, this.metrics,
				this.additionalModelResponseFields, this.trace, this.performanceConfig, this.serviceTier,
				responseMetadata);
	}

	/**
	 * Return the message that the model generated.
	 * @return the message, or {@code null} if the output is something else
	 */
	public @Nullable Message message() {
		return (this.output instanceof ConverseOutput.Message variant) ? variant.message() : null;
	}

	/**
	 * Return the text that the model generated, see {@link Message#text()}.
	 * @return the text, empty if there is none
	 */
	public String text() {
		Message message = message();
		return (message != null) ? message.text() : "";
	}

	/**
	 * Return the tool uses that the model requests.
	 * @return the tool uses in order, empty if there are none
	 */
	public List<ToolUseBlock> toolUses() {
		Message message = message();
		return (message != null) ? message.toolUses() : List.of();
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
