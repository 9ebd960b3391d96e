package io.bedrockruntime.emulator.internal.session;

/**
 * Strategy that replaces a model with simultaneous input and output.
 */
public interface BidirectionalSession {

	/** Write output before any input has been received. */
	default void begin(SessionOutput output) {
	}

	/** Receive the content of one event. */
	void accept(byte[] content, SessionOutput output);

	/** Write the remaining output at the end of the input. */
	default void inputEnded(SessionOutput output) {
	}

}
