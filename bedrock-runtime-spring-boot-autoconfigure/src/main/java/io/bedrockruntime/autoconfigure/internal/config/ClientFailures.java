package io.bedrockruntime.autoconfigure.internal.config;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Failures of named clients.
 */
public final class ClientFailures {

	private static final String REGION = BedrockRuntimeProperties.PREFIX + ".region";

	private ClientFailures() {
	}

	/**
	 * Return a failure with the property names of the client.
	 */
	public static RuntimeException named(String client, RuntimeException failure, Environment environment) {
		ClientPropertyNames names = new ClientPropertyNames(client, environment);
		if (failure instanceof InvalidBedrockRuntimeConfigurationException invalid) {
			return names.in(invalid);
		}
		if (failure instanceof BedrockRuntimeRegionMissingException missing) {
			List<String> searched = missing.getSearched()
				.stream()
				.flatMap((source) -> source.contains(REGION) ? Stream.of(names.in(source), source) : Stream.of(source))
				.toList();
			return new BedrockRuntimeRegionMissingException(searched, missing.getCause());
		}
		return failure;
	}

	/**
	 * Return a copy of an exception to throw again: if several callers throw the same
	 * instance, it collects what each of them adds.
	 */
	public static RuntimeException copy(RuntimeException failure) {
		if (failure instanceof InvalidBedrockRuntimeConfigurationException invalid) {
			return invalid.copy();
		}
		if (failure instanceof BedrockRuntimeRegionMissingException missing) {
			return new BedrockRuntimeRegionMissingException(missing.getSearched(), missing.getCause());
		}
		return new IllegalStateException("Client of the Amazon Bedrock Runtime could not be created", failure);
	}

	public static RuntimeException unknown(String name, Collection<String> known) {
		return new InvalidBedrockRuntimeConfigurationException(
				"there is no client named '%s'; the names are: %s".formatted(name, ClientNames.quoted(known)),
				"Use one of these names, or set properties of the client, such as '%s.region'."
					.formatted(ClientNames.prefix(name)));
	}

	/**
	 * Return the text of the failure analysis, as a failed start prints it.
	 */
	public static String describe(RuntimeException failure, Environment environment) {
		FailureAnalysis analysis = null;
		if (failure instanceof InvalidBedrockRuntimeConfigurationException) {
			analysis = new InvalidBedrockRuntimeConfigurationFailureAnalyzer(environment).analyze(failure);
		}
		if (failure instanceof BedrockRuntimeRegionMissingException) {
			analysis = new BedrockRuntimeRegionMissingFailureAnalyzer().analyze(failure);
		}
		if (analysis == null) {
			return failure.getClass().getName() + ": " + failure.getMessage();
		}
		return "%s%n%n%s".formatted(analysis.getDescription().strip(), analysis.getAction());
	}

}
