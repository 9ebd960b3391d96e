package io.bedrockruntime.observation;

import java.util.List;

import io.bedrockruntime.model.EnumValue;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.converse.OutputConfig;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.PerformanceConfiguration;
import io.bedrockruntime.model.invoke.ServiceTier;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request that do not reveal its content.
 *
 * @param maxTokens the maximum number of tokens to generate
 * @param temperature the randomness of the output
 * @param topP the share of the likeliest tokens to choose from
 * @param stopSequences sequences that end the generation; empty for none
 * @param guardrailIdentifier the guardrail that checks input and output
 * @param serviceTier the service tier of the request
 * @param latencyMode the latency optimization of the model
 * @param outputFormat the requested format of the output, such as {@code json}
 * @since 0.1.0
 */
public record RequestParameters(@Nullable Integer maxTokens, @Nullable Float temperature, @Nullable Float topP,
		List<String> stopSequences, @Nullable String guardrailIdentifier, @Nullable String serviceTier,
		@Nullable String latencyMode, @Nullable String outputFormat) {

	private static final RequestParameters NONE = of(null, null, null, null, null);

	/**
	 * Make defensive copies.
	 * @param maxTokens the maximum number of tokens to generate
	 * @param temperature the randomness of the output
	 * @param topP the share of the likeliest tokens to choose from
	 * @param stopSequences sequences that end the generation
	 * @param guardrailIdentifier the guardrail
	 * @param serviceTier the service tier of the request
	 * @param latencyMode the latency optimization of the model
	 * @param outputFormat the requested format of the output
	 */
	public RequestParameters {
		stopSequences = List.copyOf(stopSequences);
	}

	/**
	 * Return the parameters of a request.
	 * @param request a request of any operation
	 * @return its parameters, all absent if the operation has none
	 */
	public static RequestParameters of(Object request) {
		if (request instanceof ConverseRequest converse) {
			String guardrail = (converse.guardrailConfig() != null) ? converse.guardrailConfig().guardrailIdentifier()
					: null;
			return of(converse.inferenceConfig(), guardrail, tier(converse.serviceTier()),
					latency(converse.performanceConfig()), converse.outputConfig());
		}
		if (request instanceof ConverseStreamRequest converse) {
			String guardrail = (converse.guardrailConfig() != null) ? converse.guardrailConfig().guardrailIdentifier()
					: null;
			return of(converse.inferenceConfig(), guardrail, tier(converse.serviceTier()),
					latency(converse.performanceConfig()), converse.outputConfig());
		}
		if (request instanceof InvokeModelRequest invoke) {
			return of(null, invoke.guardrailIdentifier(), value(invoke.serviceTier()),
					value(invoke.performanceConfigLatency()), null);
		}
		if (request instanceof InvokeModelWithResponseStreamRequest invoke) {
			return of(null, invoke.guardrailIdentifier(), value(invoke.serviceTier()),
					value(invoke.performanceConfigLatency()), null);
		}
		return (request instanceof ApplyGuardrailRequest apply)
				? of(null, apply.guardrailIdentifier(), null, null, null) : NONE;
	}

	private static RequestParameters of(@Nullable InferenceConfiguration inference, @Nullable String guardrail,
			@Nullable String tier, @Nullable String latency, @Nullable OutputConfig output) {
		InferenceConfiguration given = (inference != null) ? inference : InferenceConfiguration.defaults();
		List<String> stopSequences = (given.stopSequences() != null) ? given.stopSequences() : List.of();
		// The only format of the service is a JSON schema.
		String format = (output != null && output.textFormat() != null) ? "json" : null;
		return new RequestParameters(given.maxTokens(), given.temperature(), given.topP(), stopSequences, guardrail,
				tier, latency, format);
	}

	private static @Nullable String tier(@Nullable ServiceTier tier) {
		return (tier != null) ? value(tier.type()) : null;
	}

	private static @Nullable String latency(@Nullable PerformanceConfiguration performance) {
		return (performance != null) ? value(performance.latency()) : null;
	}

	private static @Nullable String value(@Nullable EnumValue value) {
		return (value != null) ? value.value() : null;
	}

	@Override
	public String toString() {
		// Stop sequences are content from the user.
		return "RequestParameters[maxTokens=%s, temperature=%s, topP=%s, guardrailIdentifier=%s]"
			.formatted(this.maxTokens, this.temperature, this.topP, this.guardrailIdentifier);
	}

}
