package io.bedrockruntime.emulator.internal.validation;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import tools.jackson.databind.JsonNode;

/**
 * Rules of Converse that a request must satisfy in addition to its shape.
 */
public final class ConverseRules {

	private static final Pattern TOOL_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

	private final ModelId modelId;

	private final JsonNode request;

	private ConverseRules(ModelId modelId, JsonNode request) {
		this.modelId = modelId;
		this.request = request;
	}

	public static void check(ModelId modelId, JsonNode request) {
		ConverseRules rules = new ConverseRules(modelId, request);
		if (modelId.isPrompt()) {
			rules.checkPrompt();
		}
		rules.checkInferenceConfig();
		rules.checkTools();
		rules.checkConversation();
		rules.checkToolTurns();
	}

	private void checkPrompt() {
		for (String member : new String[] { "additionalModelRequestFields", "inferenceConfig", "system",
				"toolConfig" }) {
			if (this.request.hasNonNull(member)) {
				throw ServiceErrorException
					.validation("The " + member + " field can't be set when the model ID is a prompt.");
			}
		}
	}

	private void checkInferenceConfig() {
		JsonNode config = this.request.path("inferenceConfig");
		JsonNode maxTokens = config.path("maxTokens");
		if (maxTokens.isNumber() && maxTokens.asInt() < 1) {
			throw constraint("inferenceConfig.maxTokens", "Member must have value greater than or equal to 1");
		}
		for (String member : new String[] { "temperature", "topP" }) {
			JsonNode value = config.path(member);
			if (value.isNumber() && value.asDouble() < 0) {
				throw constraint("inferenceConfig." + member, "Member must have value greater than or equal to 0");
			}
			if (value.isNumber() && value.asDouble() > 1) {
				throw constraint("inferenceConfig." + member, "Member must have value less than or equal to 1");
			}
		}
		int position = 0;
		for (JsonNode sequence : config.path("stopSequences")) {
			position++;
			if (sequence.asString("").isEmpty()) {
				throw constraint("inferenceConfig.stopSequences." + position + ".member",
						"Member must have length greater than or equal to 1");
			}
		}
	}

	private void checkTools() {
		JsonNode toolConfig = this.request.path("toolConfig");
		if (!toolConfig.isObject()) {
			return;
		}
		if (toolConfig.path("tools").isEmpty()) {
			throw constraint("toolConfig.tools", "Member must have length greater than or equal to 1");
		}
		Set<String> names = new HashSet<>();
		int position = 0;
		for (JsonNode tool : toolConfig.path("tools")) {
			position++;
			JsonNode spec = tool.path("toolSpec");
			if (!spec.isObject()) {
				names.add(tool.path("systemTool").path("name").asString(""));
				continue;
			}
			String name = spec.path("name").asString("");
			String path = "toolConfig.tools." + position + ".member.toolSpec.name";
			if (!TOOL_NAME.matcher(name).matches()) {
				throw constraint(path, "Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+");
			}
			if (!names.add(name)) {
				throw ServiceErrorException
					.validation("The toolConfig field contains the tool name " + name + " twice.");
			}
		}
		JsonNode chosen = toolConfig.path("toolChoice").path("tool").path("name");
		if (chosen.isString() && !names.contains(chosen.asString(""))) {
			throw ServiceErrorException
				.validation("The toolChoice field names a tool that toolConfig does not define.");
		}
	}

	private void checkConversation() {
		JsonNode messages = this.request.path("messages");
		if (messages.isEmpty()) {
			if (this.modelId.isPrompt()) {
				return;
			}
			throw ServiceErrorException.validation("A conversation must start with a user message. "
					+ "Try again with a conversation that starts with a user message.");
		}
		String previous = "";
		int index = 0;
		for (JsonNode message : messages) {
			String role = message.path("role").asString("");
			checkContent(message.path("content"), index++);
			if (role.equals("system")) {
				continue;
			}
			if (previous.isEmpty() && !role.equals("user")) {
				throw ServiceErrorException.validation("A conversation must start with a user message. "
						+ "Try again with a conversation that starts with a user message.");
			}
			if (role.equals(previous)) {
				throw ServiceErrorException
					.validation("A conversation must alternate between user and assistant roles. "
							+ "Make sure the conversation alternates between user and assistant roles and try again.");
			}
			previous = role;
		}
	}

	private void checkContent(JsonNode content, int message) {
		if (content.isEmpty()) {
			throw ServiceErrorException.validation("The content field in the Message object at messages." + message
					+ " is empty. Add a ContentBlock object to the content field and try again.");
		}
		int index = 0;
		for (JsonNode block : content) {
			if (block.path("text").isString() && block.path("text").asString("").isBlank()) {
				throw ServiceErrorException.validation("The text field in the ContentBlock object at messages."
						+ message + ".content." + index + " is blank. Add text to the text field, and try again.");
			}
			index++;
		}
	}

	private void checkToolTurns() {
		Set<String> open = Set.of();
		boolean toolsUsed = false;
		int index = 0;
		for (JsonNode message : this.request.path("messages")) {
			String at = "messages." + index++ + ".content";
			if (message.path("role").asString("").equals("system")) {
				continue;
			}
			Set<String> uses = new LinkedHashSet<>();
			Set<String> results = new LinkedHashSet<>();
			int resultBlocks = 0;
			for (JsonNode block : message.path("content")) {
				if (block.path("toolUse").isObject() && !block.path("toolUse").has("type")) {
					uses.add(block.path("toolUse").path("toolUseId").asString(""));
				}
				if (block.path("toolResult").isObject() && !block.path("toolResult").has("type")) {
					results.add(block.path("toolResult").path("toolUseId").asString(""));
					resultBlocks++;
				}
			}
			toolsUsed |= !uses.isEmpty() || !results.isEmpty();
			if (resultBlocks > open.size()) {
				throw ServiceErrorException.validation("The number of toolResult blocks at " + at
						+ " exceeds the number of toolUse blocks of previous turn.");
			}
			if (!results.equals(open)) {
				Set<String> missing = new LinkedHashSet<>(open);
				missing.removeAll(results);
				throw ServiceErrorException.validation("Expected toolResult blocks at " + at
						+ " for the following Ids: " + String.join(", ", missing));
			}
			open = uses;
		}
		if (toolsUsed && !this.request.path("toolConfig").isObject()) {
			throw ServiceErrorException
				.validation("The toolConfig field must be defined when using toolUse and toolResult content blocks.");
		}
	}

	private static ServiceErrorException constraint(String path, String constraint) {
		return ServiceErrorException.validation(
				"1 validation error detected: Value at '" + path + "' failed to satisfy constraint: " + constraint);
	}

}
