package io.bedrockruntime.autoconfigure.internal.config;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * Failure analyzer for {@link InvalidBedrockRuntimeConfigurationException}.
 */
class InvalidBedrockRuntimeConfigurationFailureAnalyzer
		extends AbstractFailureAnalyzer<InvalidBedrockRuntimeConfigurationException> {

	private final Environment environment;

	InvalidBedrockRuntimeConfigurationFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidBedrockRuntimeConfigurationException cause) {
		StringBuilder description = new StringBuilder();
		description
			.append("The Amazon Bedrock Runtime is not configured correctly: %s.%n".formatted(cause.getMessage()));
		for (String property : cause.getProperties()) {
			description.append("%n    Property: %s%n".formatted(property));
			Origin origin = origin(property);
			if (origin != null) {
				description.append("    Origin: %s%n".formatted(origin));
			}
		}
		return new FailureAnalysis(description.toString(), cause.getAction(), cause);
	}

	private @Nullable Origin origin(String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return found.getOrigin();
			}
		}
		return null;
	}

}
