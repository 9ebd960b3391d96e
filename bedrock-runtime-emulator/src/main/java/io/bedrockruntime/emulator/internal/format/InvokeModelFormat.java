package io.bedrockruntime.emulator.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies that a family of models speaks behind InvokeModel, seen from Converse.
 */
public interface InvokeModelFormat {

	/** Read a model's own request as one of Converse. */
	ObjectNode toConverse(ObjectNode body);

	/** Write an answer as the model's own response. */
	ObjectNode response(Completion answer);

	/** Write an answer as the model's own stream. */
	List<Chunk> stream(Completion answer);

	static InvokeModelFormat of(ModelId modelId, ObjectNode body) {
		return switch (modelId.family()) {
			case ANTHROPIC -> new AnthropicFormat(modelId);
			case NOVA -> new NovaFormat();
			case TITAN_TEXT -> new TitanTextFormat();
			default -> body.has("messages") ? new ChatCompletionsFormat(modelId) : new GenerationFormat();
		};
	}

	/** Read a body and the tags in it. */
	static ObjectNode conversation(InvokeModelFormat format, ObjectNode body) {
		ObjectNode own = body.deepCopy();
		own.remove(InvokeModelGuardrail.CONFIG);
		return InputTags.apply(body, format.toConverse(own));
	}

	/** Put the text of an answer into chunks of a token each, and end with one more. */
	static List<Chunk> textChunks(Completion answer, Function<String, ObjectNode> form, ObjectNode last) {
		List<Chunk> chunks = new ArrayList<>();
		for (JsonNode block : answer.content()) {
			Tokens.split(block.path("text").asString(""))
				.forEach((token) -> chunks.add(new Chunk(form.apply(token), 1)));
		}
		chunks.add(new Chunk(last, 0));
		return chunks;
	}

	/** A conversation of one text with the limits that a plain body may name. */
	static ObjectNode singleTurn(String text, JsonNode maxTokens, JsonNode stopSequences) {
		ObjectNode request = Json.object();
		request.set("messages", Json.array(userMessage(text)));
		request.set("inferenceConfig", inferenceConfig(maxTokens, stopSequences));
		return request;
	}

	static ObjectNode userMessage(String text) {
		ObjectNode message = Json.object().put("role", "user");
		return message.set("content", Json.array(Json.object().put("text", text)));
	}

	static ObjectNode inferenceConfig(JsonNode maxTokens, JsonNode stopSequences) {
		ObjectNode config = Json.object();
		if (maxTokens.isNumber()) {
			if (maxTokens.asInt(0) < 1) {
				throw ServiceErrorException.malformed("the number of tokens must be at least 1");
			}
			config.put("maxTokens", maxTokens.asInt(0));
		}
		if (stopSequences.isArray()) {
			config.set("stopSequences", stopSequences);
		}
		else if (stopSequences.isString()) {
			config.set("stopSequences", Json.array(stopSequences));
		}
		return config;
	}

	static void require(JsonNode body, String member) {
		if (!body.hasNonNull(member)) {
			throw ServiceErrorException.malformed("#: required key [" + member + "] not found");
		}
	}

	/**
	 * A piece of a model's own stream.
	 *
	 * @param json what the model says
	 * @param tokens how many tokens it carries
	 */
	record Chunk(ObjectNode json, int tokens) {

	}

}
