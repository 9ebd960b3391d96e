package io.bedrockruntime.emulator.internal.format.media;

import java.util.List;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.validation.BodySchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of Amazon Titan Multimodal Embeddings G1: a text, an image, or the mean of both.
 */
final class TitanMultimodalEmbeddings implements NonConversationalFormat {

	private static final int LONGEST_TEXT = 50_000;

	private static final int MOST_TOKENS = 256;

	@Override
	public int inputTokens(ObjectNode body) {
		JsonNode config = body.path("embeddingConfig");
		BodySchema schema = new BodySchema().only(body, "", List.of("inputText", "inputImage", "embeddingConfig"))
			.object(config, "/embeddingConfig")
			.only(config, "/embeddingConfig", List.of("outputEmbeddingLength"))
			.oneOf(config.path("outputEmbeddingLength"), "/embeddingConfig/outputEmbeddingLength",
					List.of("256", "384", "1024"))
			.text(body.path("inputText"), "/inputText", LONGEST_TEXT);
		if (!body.hasNonNull("inputText") && !body.hasNonNull("inputImage")) {
			schema.violate("", "at least one of the keys [inputText, inputImage] is required");
		}
		if (body.hasNonNull("inputImage") && ImageInput.read(body.path("inputImage")) == null) {
			schema.violate("/inputImage", "the value is not a base64-encoded image");
		}
		schema.throwIfAny();
		int tokens = Tokens.count(body.path("inputText").asString(""));
		if (tokens > MOST_TOKENS) {
			throw TitanEmbeddings.tooManyTokens(tokens, MOST_TOKENS);
		}
		return tokens;
	}

	@Override
	public ObjectNode respond(ObjectNode body) {
		int dimensions = body.path("embeddingConfig").path("outputEmbeddingLength").asInt(1024);
		String text = body.path("inputText").asString("");
		ImageInput image = ImageInput.read(body.path("inputImage"));
		FeatureVector words = new FeatureVector(dimensions).text(text);
		FeatureVector vector = words;
		if (image != null) {
			vector = text.isEmpty() ? image.vector(dimensions) : words.and(image.vector(dimensions));
		}
		ObjectNode response = Json.object();
		response.set("embedding", vector.normalized().toJson());
		response.put("inputTextTokenCount", Tokens.count(text));
		return response.set("message", NullNode.getInstance());
	}

}
