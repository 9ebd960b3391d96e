package io.bedrockruntime.emulator.internal.format.media;

import java.util.List;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.validation.BodySchema;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of Amazon Titan Embeddings G1: a text without options.
 */
final class TitanEmbeddingsG1 implements NonConversationalFormat {

	private static final int DIMENSIONS = 1536;

	@Override
	public int inputTokens(ObjectNode body) {
		BodySchema schema = new BodySchema().only(body, "", List.of("inputText"));
		return TitanEmbeddings.inputTokens(body, schema);
	}

	@Override
	public ObjectNode respond(ObjectNode body) {
		String text = body.path("inputText").asString("");
		ObjectNode response = Json.object();
		response.set("embedding", new FeatureVector(DIMENSIONS).text(text).normalized().toJson());
		return response.put("inputTextTokenCount", Tokens.count(text));
	}

}
