package io.bedrockruntime.emulator.internal.format.media;

import io.bedrockruntime.emulator.internal.service.ModelId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies of a family of models that answers with something else than words, at once
 * and without a conversation: vectors and images.
 */
public interface NonConversationalFormat {

	/** Hold a body against what the family takes, and count its words. */
	int inputTokens(ObjectNode body);

	/** Answer a body that has been checked. */
	ObjectNode answer(ObjectNode body);

	/** The format of a model, or null when it answers with words. */
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
