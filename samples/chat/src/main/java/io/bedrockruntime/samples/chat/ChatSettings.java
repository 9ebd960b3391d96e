package io.bedrockruntime.samples.chat;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What answers, and which models there are to choose from.
 *
 * @param service what answers, as the badge of the page says it
 * @param emulated whether the answers come from the emulator
 * @param defaultModel the model that is chosen at first
 * @param models the models to choose from
 */
@ConfigurationProperties("chat")
record ChatSettings(String service, boolean emulated, String defaultModel, @DefaultValue List<Model> models) {

	/**
	 * Return what asks a model to reason.
	 * @param model the model's id
	 * @return the JSON, or {@code null} if none is known
	 */
	@Nullable String reasoning(String model) {
		return this.models.stream()
			.filter((candidate) -> candidate.id().equals(model))
			.findFirst()
			.map(Model::reasoning)
			.orElse(null);
	}

	/**
	 * A model to choose.
	 *
	 * @param id the model ID or inference profile ID
	 * @param name how people call it
	 * @param reasoning what asks it to reason before it answers, as JSON for
	 * {@code additionalModelRequestFields}: each family of models has its own way
	 */
	record Model(String id, String name, @Nullable String reasoning) {
	}

}
