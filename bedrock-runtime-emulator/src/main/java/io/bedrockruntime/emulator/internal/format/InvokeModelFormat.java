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
 * Translator between the InvokeModel bodies of a model family and Converse.
 */
public interface InvokeModelFormat {

	/** Convert a model's native request to a Converse request. */
	ObjectNode toConverse(ObjectNode body);

	/** Convert a completion to the model's native response. */
	ObjectNode response(Completion completion);

	/** Convert a completion to the chunks of the model's native stream. */
	List<Chunk> stream(Completion completion);

	static InvokeModelFormat of(ModelId modelId, ObjectNode body) {
		return switch (modelId.family()) {
			case ANTHROPIC -> new AnthropicFormat(modelId);
			case NOVA -> new NovaFormat();
			case TITAN_TEXT -> new TitanTextFormat();
			default -> body.has("messages") ? new ChatCompletionsFormat(modelId) : new GenerationFormat();
		};
	}

	/** Convert a body, including its guardrail tags, to a Converse request. */
	static ObjectNode conversation(InvokeModelFormat format, ObjectNode body) {
		ObjectNode own = body.deepCopy();
		own.remove(InvokeModelGuardrail.CONFIG);
		return InputTags.apply(body, format.toConverse(own));
	}

	/**
	 * Split the text of a completion into chunks of one token each, followed by a last
	 * chunk.
	 */
	static List<Chunk> textChunks(Completion completion, Function<String, ObjectNode> form, ObjectNode last) {
		List<Chunk> chunks = new ArrayList<>();
		for (JsonNode block : completion.content()) {
			Tokens.split(block.path("text").asString(""))
				.forEach((token) -> chunks.add(new Chunk(form.apply(token), 1)));
		}
		chunks.add(new Chunk(last, 0));
		return chunks;
	}

	/** Return a conversation of one text with the limits of the body. */
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
	 * Chunk of a model's native stream.
	 *
	 * @param json the native JSON of the chunk
	 * @param tokens the number of tokens that it contains
	 */
	record Chunk(ObjectNode json, int tokens) {

	}

}
