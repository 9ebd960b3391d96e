package io.bedrockruntime.emulator.internal.format;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tags with which a model's native body marks the content for the guardrail. They are
 * translated to the blocks that Converse has for the same purpose.
 */
final class InputTags {

	private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9]{1,20}");

	/** Converse's qualifier for each tag. */
	private static final Map<String, String> QUALIFIERS = Map.of("guardContent", "guard_content", "groundingSource",
			"grounding_source", "query", "query");

	private final Pattern content;

	private final Pattern tag;

	private InputTags(String suffix) {
		String name = "amazon-bedrock-guardrails-(guardContent|groundingSource|query)_" + suffix;
		this.content = Pattern.compile("<" + name + ">(.*?)</amazon-bedrock-guardrails-\\1_" + suffix + ">",
				Pattern.DOTALL);
		this.tag = Pattern.compile("</?" + name + ">");
	}

	/** Translate the tags of a body to blocks of its conversation. */
	static ObjectNode apply(ObjectNode body, ObjectNode conversation) {
		JsonNode suffix = body.path(InvokeModelGuardrail.CONFIG).path("tagSuffix");
		if (!suffix.isString()) {
			return conversation;
		}
		if (!SUFFIX.matcher(suffix.asString("")).matches()) {
			throw ServiceErrorException.validation(
					"The tagSuffix of " + InvokeModelGuardrail.CONFIG + " is not of 1 to 20 letters and digits.");
		}
		InputTags tags = new InputTags(suffix.asString(""));
		if (conversation.path("system") instanceof ArrayNode system) {
			conversation.set("system", tags.split(system));
		}
		for (JsonNode message : conversation.path("messages")) {
			if (message instanceof ObjectNode turn && turn.path("content") instanceof ArrayNode content) {
				turn.set("content", tags.split(content));
			}
		}
		return conversation;
	}

	private ArrayNode split(ArrayNode blocks) {
		ArrayNode split = Json.array();
		for (JsonNode block : blocks) {
			String text = block.path("text").asString("");
			Matcher matcher = this.content.matcher(text);
			if (!matcher.find()) {
				split.add(block);
				continue;
			}
			int end = 0;
			do {
				add(text.substring(end, matcher.start()), split);
				split.add(Json.object()
					.set("guardContent", Json.object().set("text", marked(matcher.group(1), matcher.group(2)))));
				end = matcher.end();
			}
			while (matcher.find());
			add(text.substring(end), split);
		}
		return split;
	}

	/** A nested tag adds a qualifier to the same content. */
	private ObjectNode marked(String kind, String content) {
		Set<String> kinds = new TreeSet<>(Set.of(kind));
		Matcher inner = this.tag.matcher(content);
		while (inner.find()) {
			kinds.add(inner.group(1));
		}
		ObjectNode marked = Json.object().put("text", this.tag.matcher(content).replaceAll(""));
		if (kinds.equals(Set.of("guardContent"))) {
			return marked;
		}
		ArrayNode qualifiers = Json.array();
		kinds.forEach((each) -> qualifiers.add(QUALIFIERS.get(each)));
		return marked.set("qualifiers", qualifiers);
	}

	private static void add(String text, ArrayNode blocks) {
		if (!text.isBlank()) {
			blocks.add(Json.object().put("text", text));
		}
	}

}
