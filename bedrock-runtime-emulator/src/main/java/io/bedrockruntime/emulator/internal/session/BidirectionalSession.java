package io.bedrockruntime.emulator.internal.session;

/**
 * What stands in for a model that listens and answers at the same time.
 */
public interface BidirectionalSession {

	/** Answer before anything has come in. */
	default void begin(SessionOutput output) {
	}

	/** Take the content of one event. */
	void accept(byte[] content, SessionOutput output);

	/** Answer what is owed when no more comes. */
	default void inputEnded(SessionOutput output) {
	}

}
