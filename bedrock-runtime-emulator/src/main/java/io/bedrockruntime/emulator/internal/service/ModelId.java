package io.bedrockruntime.emulator.internal.service;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Model identifier of a request: a model, an inference profile, or the ARN of a resource
 * that represents a model.
 *
 * @param value the identifier as given
 * @param family the body format of the model
 */
public record ModelId(String value, Family family) {

	private static final Pattern ARN = Pattern
		.compile("arn:aws[\\w-]*:(?:bedrock|sagemaker):[a-z0-9-]*:\\d*:([a-z-]+)/([A-Za-z0-9._:/-]+)");

	private static final Pattern PLAIN = Pattern.compile("(?:(?:us|eu|apac|jp|au|ca|us-gov|global)\\.)?"
			+ "([a-z0-9-]+\\.[A-Za-z0-9][A-Za-z0-9._-]*(?::\\d+(?::[A-Za-z0-9]+)?)?)");

	private static final List<String> ARN_RESOURCES = List.of("foundation-model", "inference-profile",
			"application-inference-profile", "provisioned-model", "prompt", "prompt-router", "default-prompt-router",
			"imported-model", "custom-model", "custom-model-deployment", "endpoint");

	public static ModelId parse(String value) {
		Matcher arn = ARN.matcher(value);
		if (arn.matches() && ARN_RESOURCES.contains(arn.group(1))) {
			return new ModelId(value, Family.of(arn.group(2)));
		}
		Matcher plain = PLAIN.matcher(value);
		if (plain.matches()) {
			return new ModelId(value, Family.of(plain.group(1)));
		}
		throw ServiceErrorException.validation("The provided model identifier is invalid.");
	}

	public boolean isPrompt() {
		return this.value.startsWith("arn:") && this.value.contains(":prompt/");
	}

	/**
	 * Model families that share a body format for InvokeModel; the first match wins.
	 */
	public enum Family {

		ANTHROPIC("anthropic."), NOVA_EMBEDDINGS("amazon.nova-2-multimodal-embeddings"),
		NOVA_CANVAS("amazon.nova-canvas"), NOVA("amazon.nova"), TITAN_TEXT("amazon.titan-text"),
		TITAN_EMBED_IMAGE("amazon.titan-embed-image"), TITAN_EMBED_TEXT("amazon.titan-embed"),
		TITAN_IMAGE("amazon.titan-image"), COHERE_EMBED("cohere.embed"), OTHER("");

		private final String prefix;

		Family(String prefix) {
			this.prefix = prefix;
		}

		static Family of(String resource) {
			for (Family family : values()) {
				if (resource.startsWith(family.prefix) || resource.contains("." + family.prefix)) {
					return family;
				}
			}
			return OTHER;
		}

	}

}
