package io.bedrockruntime.autoconfigure.internal.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for {@link BedrockRuntimeRegionMissingException}.
 */
class BedrockRuntimeRegionMissingFailureAnalyzer extends AbstractFailureAnalyzer<BedrockRuntimeRegionMissingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BedrockRuntimeRegionMissingException cause) {
		StringBuilder description = new StringBuilder();
		description.append("The Amazon Bedrock Runtime requires a region, but none was found in:%n%n".formatted());
		cause.getSearched().forEach((source) -> description.append("    - %s%n".formatted(source)));
		return new FailureAnalysis(description.toString(),
				"Set the property 'bedrock.runtime.region', for example to 'eu-central-1', or the environment variable "
						+ "AWS_REGION. There is no default region, as requests and data would be sent to it.",
				cause);
	}

}
