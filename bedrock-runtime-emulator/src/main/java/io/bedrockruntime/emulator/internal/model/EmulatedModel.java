package io.bedrockruntime.emulator.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.script.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replacement for a model: its completion is determined by the request alone.
 */
public final class EmulatedModel {

	private final Pacing pacing;

	private final InputTokens inputTokens = new InputTokens();

	public EmulatedModel(Pacing pacing) {
		this.pacing = pacing;
	}

	public Completion complete(Conversation conversation) {
		CompletionBuilder builder = builder(conversation);
		CompletionText text = new CompletionText(conversation);
		if (conversation.reasons()) {
			builder.reasoning(text.reasoning());
		}
		List<JsonNode> tools = conversation.toolResults().isEmpty() ? chosenTools(conversation) : List.of();
		String schema = conversation.outputSchema();
		if (!tools.isEmpty()) {
			builder.text("I'll use " + (tools.size() == 1 ? "a tool" : "some tools") + " for that.");
			int index = conversation.messageCount();
			for (JsonNode tool : tools) {
				callTool(builder, conversation, tool, index++);
			}
		}
		else if (schema != null) {
			builder.text(Json.pretty(new SchemaSample(readSchema(schema), conversation.prompt(), "").value()));
		}
		else {
			builder.text(text.response());
		}
		return finish(builder, conversation);
	}

	/** Return a completion with the text that a test has scripted. */
	public Completion complete(Conversation conversation, Reply.Text reply) {
		return finish(builder(conversation).text(reply.text()), conversation);
	}

	public Completion complete(Conversation conversation, Reply.ToolUse reply) {
		CompletionBuilder builder = builder(conversation);
		builder.toolUse(toolUseId(reply.name(), conversation.messageCount()), reply.name(), Json.read(reply.input()));
		return finish(builder, conversation);
	}

	private static CompletionBuilder builder(Conversation conversation) {
		return new CompletionBuilder(conversation.maxTokens(), conversation.stopSequences());
	}

	private Completion finish(CompletionBuilder builder, Conversation conversation) {
		long latency = this.pacing.firstTokenDelay().plus(this.pacing.pause(builder.tokens())).toMillis();
		return builder.build(this.inputTokens.count(conversation.request()), Math.max(1, latency),
				extras(conversation.request()));
	}

	private static ObjectNode extras(ObjectNode request) {
		ObjectNode extras = Json.object();
		for (String member : List.of("performanceConfig", "serviceTier")) {
			if (request.path(member).isObject()) {
				extras.set(member, request.path(member));
			}
		}
		return extras;
	}

	private static void callTool(CompletionBuilder builder, Conversation conversation, JsonNode tool, int index) {
		String name = tool.path("name").asString("");
		JsonNode schema = tool.path("inputSchema").path("json");
		JsonNode input = new SchemaSample(schema, conversation.prompt(), name).value();
		builder.toolUse(toolUseId(name, index), name, input.isObject() ? input : Json.object());
	}

	private static List<JsonNode> chosenTools(Conversation conversation) {
		List<JsonNode> named = new ArrayList<>();
		String prompt = spaced(conversation.prompt());
		JsonNode choice = conversation.request().path("toolConfig").path("toolChoice");
		String forced = choice.path("tool").path("name").asString("");
		for (JsonNode tool : conversation.tools()) {
			String name = tool.path("name").asString("");
			if (forced.isEmpty() ? prompt.contains(spaced(name)) : forced.equals(name)) {
				named.add(tool);
			}
		}
		if (named.isEmpty() && choice.path("any").isObject() && !conversation.tools().isEmpty()) {
			named.add(conversation.tools().get(0));
		}
		return named;
	}

	private static String spaced(String text) {
		return text.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
	}

	private static String toolUseId(String name, int index) {
		byte[] source = (index + "/" + name).getBytes(StandardCharsets.UTF_8);
		return "tooluse_" + Sha256.hex(source).substring(0, 22);
	}

	private static JsonNode readSchema(String schema) {
		try {
			return Json.read(schema);
		}
		catch (JacksonException ex) {
			throw ServiceErrorException
				.validation("The value at outputConfig.textFormat.structure.jsonSchema.schema is not JSON.");
		}
	}

}
