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
		description.append(
				"The Amazon Bedrock Runtime needs a region, and there is none. It was looked for in:%n%n".formatted());
		cause.getSearched().forEach((place) -> description.append("    - %s%n".formatted(place)));
		return new FailureAnalysis(description.toString(),
				"Set the property 'bedrock.runtime.region', for example to 'eu-central-1', or the environment variable "
						+ "AWS_REGION. No region is assumed, as requests and data would go there.",
				cause);
	}

}
