package io.bedrockruntime.benchmarks.peer;

import java.util.concurrent.CompletionStage;

/**
 * A client that is measured: one pool of connections and what stands on it, ready for
 * calls of many users at once.
 */
public interface Peer extends AutoCloseable {

	/**
	 * Whether a call keeps its thread until it ends, so that each user needs one.
	 */
	default boolean isBlocking() {
		return false;
	}

	/**
	 * Whether the client has ConverseStream.
	 */
	default boolean canStream() {
		return true;
	}

	/**
	 * Call Converse, and read the answer as the client's users get it.
	 * @param conversation what to send
	 * @return the length of the answer's text: of a bare HTTP client, of its body
	 */
	CompletionStage<Integer> converse(Conversation conversation);

	/**
	 * Call InvokeModel, and read the answer whole.
	 * @param modelId the model, which tells the server what to answer
	 * @param body the body to send, which nobody changes
	 * @return the length of the answer's body
	 */
	CompletionStage<Integer> invoke(String modelId, byte[] body);

	/**
	 * Call ConverseStream.
	 * @param conversation what to send
	 * @param listener is told of each event
	 * @return what gives up the call, after which no end is told
	 */
	Runnable converseStream(Conversation conversation, StreamListener listener);

	@Override
	void close();

}
