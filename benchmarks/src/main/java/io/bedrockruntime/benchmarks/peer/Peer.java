package io.bedrockruntime.benchmarks.peer;

import java.util.concurrent.CompletionStage;

/**
 * A measured client with one connection pool, ready for concurrent calls of many users.
 */
public interface Peer extends AutoCloseable {

	/**
	 * Return whether a call blocks its thread, so that each user needs a thread.
	 */
	default boolean isBlocking() {
		return false;
	}

	/**
	 * Return whether the client supports ConverseStream.
	 */
	default boolean canStream() {
		return true;
	}

	/**
	 * Call Converse, and read the response in the form that users of the client receive.
	 * @param conversation the conversation
	 * @return the length of the response text, or of the body for a bare HTTP client
	 */
	CompletionStage<Integer> converse(Conversation conversation);

	/**
	 * Call InvokeModel, and read the complete response.
	 * @param modelId the model, which selects the response of the server
	 * @param body the body, which is not modified
	 * @return the length of the response body
	 */
	CompletionStage<Integer> invoke(String modelId, byte[] body);

	/**
	 * Call ConverseStream.
	 * @param conversation the conversation
	 * @param listener the listener that receives each event
	 * @return an action that cancels the call, after which the listener is not called
	 */
	Runnable converseStream(Conversation conversation, StreamListener listener);

	@Override
	void close();

}
