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
 * Serialization of the messages of a response, which the page stores and sends back: the
 * messages of the model, with reasoning, and the tool results between them. The page
 * handles them as text, so that not a digit changes.
 */
final class ResponseMessages {

	private ResponseMessages() {
	}

	/**
	 * Remove blank text, which the service sends but does not accept.
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
			// The message of the exception may quote private content.
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
				"An earlier response was not sent by this application.");
	}

	/**
	 * Return whether a model or a tool of this application creates such content. Other
	 * content, such as a document in a bucket, would be read with the permissions of this
	 * application.
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
