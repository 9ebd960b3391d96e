package io.bedrockruntime.observation;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Names of models in metrics: a configured alias, or the identifier. Only the last part
 * of an ARN is kept, because the part before it names an account and a region.
 *
 * @since 0.1.0
 */
public final class ModelNames {

	private static final String NONE = "none";

	private final Map<String, String> aliases;

	/**
	 * Create an instance.
	 * @param aliases the aliases, by model identifier or ARN as written in requests, or
	 * by the last part of an ARN
	 */
	public ModelNames(Map<String, String> aliases) {
		this.aliases = Map.copyOf(aliases);
	}

	/**
	 * Return the name of a model.
	 * @param modelId the identifier or ARN of a model, inference profile, prompt or
	 * provisioned model
	 * @return the name, or {@code none} if there is no model
	 */
	public String of(@Nullable String modelId) {
		if (modelId == null || modelId.isBlank()) {
			return NONE;
		}
		String alias = this.aliases.get(modelId);
		if (alias != null) {
			return alias;
		}
		String name = modelId;
		if (modelId.startsWith("arn:")) {
			int slash = modelId.lastIndexOf('/');
			name = modelId.substring(((slash >= 0) ? slash : modelId.lastIndexOf(':')) + 1);
		}
		return this.aliases.getOrDefault(name, name.isEmpty() ? NONE : name);
	}

}
