package io.bedrockruntime.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamProcessingMode;
import io.bedrockruntime.model.guardrail.GuardrailTrace;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Maps properties to what the client is built from.
 */
class BedrockRuntimePropertiesMapper {

	private static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".";

	/** What an array can hold, less what surrounds the payload of an event. */
	private static final long MAX_SIZE = Integer.MAX_VALUE - 1024L * 1024;

	private final BedrockRuntimeClientProperties properties;

	BedrockRuntimePropertiesMapper(BedrockRuntimeClientProperties properties) {
		this.properties = properties;
	}

	void applyTo(BedrockRuntimeBuilder builder) {
		BedrockRuntimeClientProperties.Limits limits = this.properties.getLimits();
		builder.requestMetadata(new RequestMetadataResolver(this.properties).resolve())
			.maxResponseLength(size("limits.max-response-size", limits.getMaxResponseSize()))
			.eventStreamLimits(EventStreamLimits.defaults()
				.withMaxPayloadLength(size("limits.max-event-size", limits.getMaxEventSize())));
		new ModelTimeoutsResolver(this.properties).applyTo(builder);
	}

	ClientBehaviour behaviour(RetrySettings retries) {
		return new ClientBehaviour(requestDefaults(), timeouts(), retries,
				new FailoverResolver(this.properties).resolve());
	}

	Timeouts timeouts() {
		BedrockRuntimeClientProperties.Timeouts timeouts = this.properties.getTimeouts();
		Duration connect = timeouts.getConnect();
		Duration call = timeouts.getCall();
		return new Timeouts((connect != null) ? positive("timeouts.connect", connect) : Timeouts.defaults().connect(),
				positive("timeouts.acquire", timeouts.getAcquire()),
				positive("timeouts.response", timeouts.getResponse()), positive("timeouts.idle", timeouts.getIdle()),
				(call != null) ? positive("timeouts.call", call) : null);
	}

	RequestDefaults requestDefaults() {
		return new RequestDefaults(text(this.properties.getDefaultModel()), inference(), guardrail());
	}

	private @Nullable InferenceConfiguration inference() {
		BedrockRuntimeClientProperties.Inference inference = this.properties.getInference();
		List<String> stopSequences = inference.getStopSequences();
		InferenceConfiguration configuration = new InferenceConfiguration(inference.getMaxTokens(),
				inference.getTemperature(), inference.getTopP(),
				(stopSequences != null && !stopSequences.isEmpty()) ? stopSequences : null);
		return configuration.equals(InferenceConfiguration.defaults()) ? null : configuration;
	}

	private @Nullable GuardrailStreamConfiguration guardrail() {
		BedrockRuntimeClientProperties.Guardrail guardrail = this.properties.getGuardrail();
		String identifier = text(guardrail.getIdentifier());
		String version = text(guardrail.getVersion());
		String trace = text(guardrail.getTrace());
		String streamProcessingMode = text(guardrail.getStreamProcessingMode());
		if (identifier == null) {
			needsIdentifier("version", version);
			needsIdentifier("trace", trace);
			needsIdentifier("stream-processing-mode", streamProcessingMode);
			return null;
		}
		if (version == null) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'bedrock.runtime.guardrail.identifier' is given without 'bedrock.runtime.guardrail.version'",
					"Set 'bedrock.runtime.guardrail.version' to a number or to DRAFT.",
					PREFIX + "guardrail.identifier");
		}
		return new GuardrailStreamConfiguration(identifier, version,
				(trace != null) ? GuardrailTrace.of(wireValue(trace)) : null, (streamProcessingMode != null)
						? GuardrailStreamProcessingMode.of(wireValue(streamProcessingMode)) : null);
	}

	private static void needsIdentifier(String name, @Nullable String value) {
		if (value != null) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'bedrock.runtime.guardrail." + name + "' is given without 'bedrock.runtime.guardrail.identifier'",
					"Set 'bedrock.runtime.guardrail.identifier' too, or remove 'bedrock.runtime.guardrail." + name
							+ "'.",
					PREFIX + "guardrail." + name);
		}
	}

	/** As lenient as Spring Boot is with an enum, and open to values of the future. */
	private static String wireValue(String value) {
		return value.toLowerCase(Locale.ROOT).replace('-', '_');
	}

	private static @Nullable String text(@Nullable String value) {
		return (value != null && StringUtils.hasText(value)) ? value.strip() : null;
	}

	private static Duration positive(String name, Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s%s' is %s, which is not longer than zero".formatted(PREFIX, name, duration),
					"Set it to a duration such as '30s', or remove it to have the default.", PREFIX + name);
		}
		return duration;
	}

	private static int size(String name, DataSize size) {
		if (size.toBytes() <= 0 || size.toBytes() > MAX_SIZE) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s%s' is %s, which is not between zero and 2GB".formatted(PREFIX, name, size),
					"Set it to a size such as '64MB', or remove it to have the default.", PREFIX + name);
		}
		return (int) size.toBytes();
	}

}
