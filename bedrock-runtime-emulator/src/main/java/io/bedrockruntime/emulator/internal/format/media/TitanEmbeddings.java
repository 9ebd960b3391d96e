package io.bedrockruntime.emulator.internal.format.media;

import java.util.List;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.validation.BodySchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of Amazon Titan Text Embeddings V2.
 */
final class TitanEmbeddings implements NonConversationalFormat {

	private static final int LONGEST_TEXT = 50_000;

	private static final int MOST_TOKENS = 8192;

	@Override
	public int inputTokens(ObjectNode body) {
		BodySchema schema = new BodySchema()
			.only(body, "", List.of("inputText", "dimensions", "normalize", "embeddingTypes"))
			.oneOf(body.path("dimensions"), "/dimensions", List.of("256", "512", "1024"))
			.bool(body.path("normalize"), "/normalize")
			.allOf(body.path("embeddingTypes"), "/embeddingTypes", List.of("float", "binary"));
		return inputTokens(body, schema);
	}

	static int inputTokens(ObjectNode body, BodySchema schema) {
		schema.require(body, "", "inputText").text(body.path("inputText"), "/inputText", LONGEST_TEXT).throwIfAny();
		int tokens = Tokens.count(body.path("inputText").asString(""));
		if (tokens > MOST_TOKENS) {
			throw tooManyTokens(tokens, MOST_TOKENS);
		}
		return tokens;
	}

	static ServiceErrorException tooManyTokens(int tokens, int most) {
		return ServiceErrorException.validation("400 Bad Request: Too many input tokens. Max input tokens: " + most
				+ ", request input token count: " + tokens);
	}

	@Override
	public ObjectNode respond(ObjectNode body) {
		String text = body.path("inputText").asString("");
		FeatureVector vector = new FeatureVector(body.path("dimensions").asInt(1024)).text(text);
		FeatureVector wanted = body.path("normalize").asBoolean(true) ? vector.normalized() : vector;
		JsonNode types = body.path("embeddingTypes");
		ObjectNode byType = Json.object();
		if (asks(types, "binary")) {
			ArrayNode bits = Json.array();
			for (double component : vector.components()) {
				bits.add((component > 0) ? 1 : 0);
			}
			byType.set("binary", bits);
		}
		if (!types.isArray() || asks(types, "float")) {
			byType.set("float", wanted.toJson());
		}
		ObjectNode response = Json.object();
		response.set("embedding", wanted.toJson());
		response.set("embeddingsByType", byType);
		return response.put("inputTextTokenCount", Tokens.count(text));
	}

	private static boolean asks(JsonNode types, String type) {
		return types.valueStream().anyMatch((asked) -> asked.asString("").equals(type));
	}

}
