package io.bedrockruntime.emulator;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Amazon Titan Embeddings G1: a text, and nothing to choose.
 */
final class TitanEmbeddingsG1 implements DirectFormat {

	private static final int DIMENSIONS = 1536;

	@Override
	public int inputTokens(ObjectNode body) {
		BodySchema schema = new BodySchema().only(body, "", List.of("inputText"));
		return TitanEmbeddings.inputTokens(body, schema);
	}

	@Override
	public ObjectNode answer(ObjectNode body) {
		String text = body.path("inputText").asString("");
		ObjectNode response = Json.object();
		response.set("embedding", new FeatureVector(DIMENSIONS).text(text).normalized().toJson());
		return response.put("inputTextTokenCount", Tokens.count(text));
	}

}
