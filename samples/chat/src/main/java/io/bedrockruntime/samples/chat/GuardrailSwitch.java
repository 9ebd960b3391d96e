package io.bedrockruntime.samples.chat;

import java.util.List;
import java.util.Locale;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamProcessingMode;
import io.bedrockruntime.model.guardrail.GuardrailTrace;
import io.bedrockruntime.settings.RequestDefaults;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;

/**
 * The guardrail of {@code bedrock.runtime.guardrail.*}. A client applies it to each
 * request without a guardrail. In this application the page decides, so it is removed
 * from the defaults of the client.
 */
@Component
class GuardrailSwitch implements BedrockRuntimeBuilderCustomizer {

	private final BedrockRuntimeProperties properties;

	GuardrailSwitch(BedrockRuntimeProperties properties) {
		this.properties = properties;
	}

	@Override
	public void customize(BedrockRuntimeBuilder builder) {
		BedrockRuntimeProperties.Inference inference = this.properties.getInference();
		List<String> stopSequences = inference.getStopSequences();
		InferenceConfiguration configuration = new InferenceConfiguration(inference.getMaxTokens(),
				inference.getTemperature(), inference.getTopP(),
				CollectionUtils.isEmpty(stopSequences) ? null : stopSequences);
		builder.requestDefaults(RequestDefaults.none()
			.withModelId(this.properties.getDefaultModel())
			.withInferenceConfig(configuration.equals(InferenceConfiguration.defaults()) ? null : configuration));
	}

	boolean isConfigured() {
		return StringUtils.hasText(this.properties.getGuardrail().getIdentifier());
	}

	/**
	 * Return the guardrail with tracing enabled, which reports its findings.
	 * @return the guardrail
	 */
	GuardrailStreamConfiguration guardrail() {
		BedrockRuntimeProperties.Guardrail guardrail = this.properties.getGuardrail();
		return new GuardrailStreamConfiguration(guardrail.getIdentifier(), guardrail.getVersion(),
				GuardrailTrace.ENABLED, mode(guardrail.getStreamProcessingMode()));
	}

	private static @Nullable GuardrailStreamProcessingMode mode(@Nullable String mode) {
		return StringUtils.hasText(mode) ? GuardrailStreamProcessingMode.of(mode.toLowerCase(Locale.ROOT)) : null;
	}

}
