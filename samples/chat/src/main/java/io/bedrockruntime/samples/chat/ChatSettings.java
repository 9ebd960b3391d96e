package io.bedrockruntime.samples.chat;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the chat.
 *
 * @param service the service that responds, as shown in the badge of the page
 * @param emulated whether the emulator responds
 * @param defaultModel the preselected model
 * @param models the models to choose from
 */
@ConfigurationProperties("chat")
record ChatSettings(String service, boolean emulated, String defaultModel, @DefaultValue List<Model> models) {

	/**
	 * Return the request fields that turn on reasoning.
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
	 * A model that can be selected.
	 *
	 * @param id the model ID or inference profile ID
	 * @param name the display name
	 * @param reasoning the JSON in {@code additionalModelRequestFields} that turns on
	 * reasoning, which differs by model family
	 */
	record Model(String id, String name, @Nullable String reasoning) {
	}

}
