package io.bedrockruntime.emulator.internal.format.media;

import io.bedrockruntime.emulator.internal.service.ModelId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of a model family that returns vectors or images in a single response, without a
 * conversation.
 */
public interface NonConversationalFormat {

	/** Validate a body, and return the number of its tokens. */
	int inputTokens(ObjectNode body);

	/** Return the response to a validated body. */
	ObjectNode respond(ObjectNode body);

	/** Return the format of a model, or null for a text model. */
	static @Nullable NonConversationalFormat of(ModelId modelId) {
		String id = modelId.value();
		return switch (modelId.family()) {
			case TITAN_EMBED_TEXT ->
				id.contains("titan-embed-text-v2") ? new TitanEmbeddings() : new TitanEmbeddingsG1();
			case TITAN_EMBED_IMAGE -> new TitanMultimodalEmbeddings();
			case NOVA_EMBEDDINGS -> new NovaEmbeddings();
			case COHERE_EMBED -> new CohereEmbeddings(id.contains("embed-v4"));
			case TITAN_IMAGE -> new ImageGeneration(
					id.contains("v1") ? ImageGeneration.Model.TITAN_V1 : ImageGeneration.Model.TITAN_V2);
			case NOVA_CANVAS -> new ImageGeneration(ImageGeneration.Model.NOVA_CANVAS);
			case ANTHROPIC, NOVA, TITAN_TEXT, OTHER -> null;
		};
	}

}
