package io.bedrockruntime.observation;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Names of the service's operations in the semantic conventions. For InvokeModel, the
 * name depends on the model.
 */
final class GenAiOperations {

	private static final String CHAT = "chat";

	private GenAiOperations() {
	}

	static String name(ObservedOperation operation, @Nullable String model) {
		String name = operation.genAiName();
		return (name != null) ? name : byModel((model != null) ? model.toLowerCase(Locale.ROOT) : "");
	}

	private static String byModel(String model) {
		if (model.contains("embed")) {
			return "embeddings";
		}
		if (model.contains("titan-text") || model.contains("titan-tg1")) {
			return "text_completion";
		}
		boolean makesMedia = model.contains("titan-image") || model.contains("nova-canvas")
				|| model.contains("nova-reel") || model.contains("stability.");
		return makesMedia ? "generate_content" : CHAT;
	}

}
