package io.bedrockruntime.benchmarks.peer;

import java.util.List;

/**
 * Conversation that a peer sends with Converse or ConverseStream.
 *
 * @param modelId the model, which selects the response of the server
 * @param texts the texts of the messages, alternating between user and assistant
 */
public record Conversation(String modelId, List<String> texts) {

	/**
	 * Return a conversation of one message of 200 characters.
	 */
	public static Conversation small(String modelId) {
		return new Conversation(modelId, List.of("x".repeat(200)));
	}

}
