package io.bedrockruntime.tool;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;

import org.springframework.util.Assert;

/**
 * Turns of a conversation in which a model used tools.
 *
 * @param request the last request, with all messages before the last response
 * @param responses the responses in order, at least one
 * @since 0.1.0
 */
public record ToolTurns(ConverseRequest request, List<ConverseResponse> responses) {

	/**
	 * Create an instance.
	 * @param request the last request
	 * @param responses the responses in order, at least one
	 */
	public ToolTurns {
		Assert.notNull(request, "'request' must not be null");
		Assert.notEmpty(responses, "'responses' must not be empty");
		responses = List.copyOf(responses);
	}

	/**
	 * Return the last response.
	 * @return the response
	 */
	public ConverseResponse response() {
		return this.responses.get(this.responses.size() - 1);
	}

	/**
	 * Return the text of the last response.
	 * @return the text, empty if there is none
	 */
	public String text() {
		return response().text();
	}

	/**
	 * Return all messages of the conversation, with which it can be continued.
	 * @return the messages of the last request and the message of the last response
	 */
	public List<Message> messages() {
		List<Message> messages = new ArrayList<>();
		if (this.request.messages() != null) {
			messages.addAll(this.request.messages());
		}
		Message last = response().message();
		if (last != null) {
			messages.add(last);
		}
		return List.copyOf(messages);
	}

}
