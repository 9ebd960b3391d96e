package io.bedrockruntime.samples.chat;

import java.util.List;

/**
 * Settings that the page needs before the first message.
 *
 * @param service the service that responds, as shown in the badge of the page
 * @param emulated whether the emulator responds
 * @param defaultModel the preselected model
 * @param models the models to choose from
 * @param guardrail whether a guardrail is configured
 * @param limits the limits for attached files
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
	 * A model that can be selected.
	 *
	 * @param id the model ID or inference profile ID
	 * @param name the display name
	 * @param reasons whether reasoning can be turned on
	 */
	record Model(String id, String name, boolean reasons) {
	}

}
