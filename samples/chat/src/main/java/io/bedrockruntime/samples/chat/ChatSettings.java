package io.bedrockruntime.samples.chat;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the page needs to know before the first message.
 *
 * @param service what answers, as the badge of the page says it
 * @param emulated whether the answers come from the emulator
 * @param defaultModel the model that is chosen at first
 * @param models the models to choose from
 */
@ConfigurationProperties("chat")
record ChatSettings(String service, boolean emulated, String defaultModel, @DefaultValue List<Model> models) {

	/**
	 * A model to choose.
	 *
	 * @param id the model ID or inference profile ID
	 * @param name how people call it
	 */
	record Model(String id, String name) {
	}

}
