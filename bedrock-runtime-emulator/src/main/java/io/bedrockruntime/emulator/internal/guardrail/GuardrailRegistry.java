package io.bedrockruntime.emulator.internal.guardrail;

import java.util.List;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.service.EmulatedAccount;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import org.jspecify.annotations.Nullable;

/**
 * Registry of the guardrails that requests may name.
 */
public final class GuardrailRegistry {

	private static final Pattern IDENTIFIER = Pattern
		.compile("[a-z0-9]+|arn:aws(?:-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+");

	private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,7}|DRAFT");

	private final List<GuardrailDefinition> guardrails;

	private final String region;

	public GuardrailRegistry(List<GuardrailDefinition> guardrails, String region) {
		this.guardrails = List.copyOf(guardrails);
		this.region = region;
	}

	static String arn(String id, String region) {
		return "arn:aws:bedrock:" + region + ":" + EmulatedAccount.ID + ":guardrail/" + id;
	}

	public String region() {
		return this.region;
	}

	/** Find a guardrail by identifier or ARN, and version. */
	@Nullable public GuardrailDefinition find(String identifier, String version) {
		if (!IDENTIFIER.matcher(identifier).matches()) {
			throw ServiceErrorException.validation("The provided guardrail identifier is invalid.");
		}
		if (!VERSION.matcher(version).matches()) {
			throw ServiceErrorException.validation("The provided guardrail version is invalid.");
		}
		for (GuardrailDefinition guardrail : this.guardrails) {
			boolean named = identifier.equals(guardrail.id()) || identifier.equals(arn(guardrail.id(), this.region));
			if (named && guardrail.version().equals(version)) {
				return guardrail;
			}
		}
		return null;
	}

}
