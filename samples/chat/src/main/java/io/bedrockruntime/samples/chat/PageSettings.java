package io.bedrockruntime.samples.chat;

import java.util.List;

/**
 * What the page needs to know before the first message.
 *
 * @param service what answers, as the badge of the page says it
 * @param emulated whether the answers come from the emulator
 * @param defaultModel the model that is chosen at first
 * @param models the models to choose from
 * @param guardrail whether there is a guardrail to turn on
 * @param limits how much may be sent along
 */
record PageSettings(String service, boolean emulated, String defaultModel, List<Model> models, boolean guardrail,
		UploadLimits limits) {

	static PageSettings of(ChatSettings settings, boolean guardrail) {
		List<Model> models = settings.models()
			.stream()
			.map((model) -> new Model(model.id(), model.name(), model.reasoning() != null))
			.toList();
		return new PageSettings(settings.service(), settings.emulated(), settings.defaultModel(), models, guardrail,
				new UploadLimits());
	}

	/**
	 * A model to choose.
	 *
	 * @param id the model ID or inference profile ID
	 * @param name how people call it
	 * @param reasons whether it can be asked to reason
	 */
	record Model(String id, String name, boolean reasons) {
	}

}
