package io.bedrockruntime.emulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tags by which a model's own body marks what of it is to be guarded: Converse has
 * blocks for that, and so the tags become blocks.
 */
final class InputTags {

	private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9]{1,20}");

	private static final String NAME = "amazon-bedrock-guardrails-guardContent_";

	private InputTags() {
	}

	/** Read the tags of a body into the blocks of the conversation that it stands for. */
	static ObjectNode apply(ObjectNode body, ObjectNode conversation) {
		JsonNode suffix = body.path(InvokeModelGuardrail.CONFIG).path("tagSuffix");
		if (!suffix.isString()) {
			return conversation;
		}
		if (!SUFFIX.matcher(suffix.asString("")).matches()) {
			throw ServiceError.validation(
					"The tagSuffix of " + InvokeModelGuardrail.CONFIG + " is not of 1 to 20 letters and digits.");
		}
		Pattern tags = Pattern.compile("<" + NAME + suffix.asString("") + ">(.*?)</" + NAME + suffix.asString("") + ">",
				Pattern.DOTALL);
		if (conversation.path("system") instanceof ArrayNode system) {
			conversation.set("system", split(system, tags));
		}
		for (JsonNode message : conversation.path("messages")) {
			if (message instanceof ObjectNode turn && turn.path("content") instanceof ArrayNode content) {
				turn.set("content", split(content, tags));
			}
		}
		return conversation;
	}

	private static ArrayNode split(ArrayNode blocks, Pattern tags) {
		ArrayNode split = Json.array();
		for (JsonNode block : blocks) {
			Matcher matcher = tags.matcher(block.path("text").asString(""));
			if (!matcher.find()) {
				split.add(block);
				continue;
			}
			String text = block.path("text").asString("");
			int end = 0;
			do {
				add(text.substring(end, matcher.start()), split);
				ObjectNode guarded = Json.object().put("text", matcher.group(1));
				split.add(Json.object().set("guardContent", Json.object().set("text", guarded)));
				end = matcher.end();
			}
			while (matcher.find());
			add(text.substring(end), split);
		}
		return split;
	}

	private static void add(String text, ArrayNode blocks) {
		if (!text.isBlank()) {
			blocks.add(Json.object().put("text", text));
		}
	}

}
