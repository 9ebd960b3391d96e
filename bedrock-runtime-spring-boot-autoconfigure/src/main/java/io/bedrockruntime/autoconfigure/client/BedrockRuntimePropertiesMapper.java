package io.bedrockruntime.autoconfigure.client;

import java.util.List;
import java.util.Locale;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.client.ClientSettings;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import io.bedrockruntime.autoconfigure.internal.http.TimeoutsResolver;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamProcessingMode;
import io.bedrockruntime.model.guardrail.GuardrailTrace;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Maps properties to the settings of the client's builder.
 */
class BedrockRuntimePropertiesMapper {

	private static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".";

	private static final PropertyValidator VALIDATOR = new PropertyValidator(PREFIX);

	/** Maximum length of an array, less the overhead of an event's frame. */
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

	ClientSettings settings(RetrySettings retries) {
		return new ClientSettings(requestDefaults(), new TimeoutsResolver(this.properties).resolve(), retries,
				new FailoverSettingsResolver(this.properties).resolve());
	}

	RequestDefaults requestDefaults() {
		return new RequestDefaults(PropertyValidator.text(this.properties.getDefaultModel()), inference(), guardrail());
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
		String identifier = PropertyValidator.text(guardrail.getIdentifier());
		String version = PropertyValidator.text(guardrail.getVersion());
		String trace = PropertyValidator.text(guardrail.getTrace());
		String streamProcessingMode = PropertyValidator.text(guardrail.getStreamProcessingMode());
		if (identifier == null) {
			VALIDATOR.requireOther("guardrail.version", version != null, "guardrail.identifier");
			VALIDATOR.requireOther("guardrail.trace", trace != null, "guardrail.identifier");
			VALIDATOR.requireOther("guardrail.stream-processing-mode", streamProcessingMode != null,
					"guardrail.identifier");
			return null;
		}
		if (version == null) {
			throw VALIDATOR.failure("guardrail.identifier", "is set without '%sguardrail.version'".formatted(PREFIX),
					"Set '%sguardrail.version' to a number or to DRAFT.".formatted(PREFIX));
		}
		return new GuardrailStreamConfiguration(identifier, version,
				(trace != null) ? GuardrailTrace.of(wireValue(trace)) : null, (streamProcessingMode != null)
						? GuardrailStreamProcessingMode.of(wireValue(streamProcessingMode)) : null);
	}

	/**
	 * Accepts the same forms as Spring Boot for an enum, and unknown values.
	 */
	private static String wireValue(String value) {
		return value.toLowerCase(Locale.ROOT).replace('-', '_');
	}

	private static int size(String name, DataSize size) {
		VALIDATOR.require(size.toBytes() > 0 && size.toBytes() <= MAX_SIZE, name,
				"is %s, but must be larger than zero and less than 2GB".formatted(size),
				"Set it to a size such as '64MB', or remove it to use the default.");
		return (int) size.toBytes();
	}

}
