package io.bedrockruntime.samples.chat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ConversationRole;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The messages of an answer on their way to the page and back: the model's own, with its
 * reasoning, and the results of tools between them. They are text to the page, so that
 * not a digit of them changes.
 */
final class ResponseMessages {

	private ResponseMessages() {
	}

	/**
	 * Return messages as the service takes them back: it writes blank text, and does not
	 * read it.
	 * @param messages the messages
	 * @return the messages without blank text
	 */
	static List<Message> withoutBlanks(List<Message> messages) {
		return messages.stream()
			.map((message) -> new Message(message.role(),
					message.content().stream().filter((block) -> !isBlank(block)).toList(), message.unknownMembers()))
			.toList();
	}

	private static boolean isBlank(ContentBlock block) {
		return block instanceof ContentBlock.Text text && text.text().isBlank();
	}

	static @Nullable String write(List<Message> toolTurns, @Nullable Message last) {
		List<Message> messages = withoutBlanks(Stream.concat(toolTurns.stream(), Stream.ofNullable(last)).toList());
		return isAnswer(messages) ? BedrockRuntimeJson.mapper().writeValueAsString(messages) : null;
	}

	static List<Message> read(String json) {
		try {
			Message[] messages = BedrockRuntimeJson.mapper().readValue(json, Message[].class);
			if (messages != null && isAnswer(Arrays.asList(messages))) {
				return List.of(messages);
			}
		}
		catch (JacksonException ex) {
			// What it quotes may have been said in private.
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
				"An earlier answer is not one of this application's.");
	}

	/**
	 * Whether a model and its tools would say so. Anything else, such as a document from
	 * a bucket, would be fetched with the rights of the application.
	 */
	private static boolean isAnswer(List<Message> messages) {
		boolean model = true;
		for (Message message : messages) {
			ConversationRole role = model ? ConversationRole.ASSISTANT : ConversationRole.USER;
			boolean fits = message.content()
				.stream()
				.allMatch(model ? ResponseMessages::isSaid : ResponseMessages::isResult);
			if (!message.role().equals(role) || message.content().isEmpty() || !fits) {
				return false;
			}
			model = !model;
		}
		return !model && messages.get(messages.size() - 1).toolUses().stream().allMatch((use) -> use.type() != null);
	}

	private static boolean isSaid(ContentBlock block) {
		if (block instanceof ContentBlock.Text) {
			return !isBlank(block);
		}
		return block instanceof ContentBlock.ReasoningContent || block instanceof ContentBlock.ToolUse
				|| block instanceof ContentBlock.CitationsContent || isResult(block);
	}

	private static boolean isResult(ContentBlock block) {
		return block instanceof ContentBlock.ToolResult result && result.toolResult()
			.content()
			.stream()
			.allMatch((content) -> content instanceof ToolResultContentBlock.Text
					|| content instanceof ToolResultContentBlock.Json);
	}

}
