package io.bedrockruntime.benchmarks.peer;

import java.util.List;

/**
 * What a peer sends with Converse or ConverseStream.
 *
 * @param modelId the model, which tells the server what to answer
 * @param texts the messages' texts, the user's and the assistant's in turn
 */
public record Conversation(String modelId, List<String> texts) {

	/**
	 * Return a conversation of one message of 200 characters.
	 */
	public static Conversation small(String modelId) {
		return new Conversation(modelId, List.of("x".repeat(200)));
	}

}
