package io.bedrockruntime.emulator.record;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A call that has ended, with what a log may tell of it: nothing that was asked or
 * answered.
 *
 * @param operation AWS's name of the operation, or method and path of a request for none
 * @param modelId the model, inference profile or prompt, or null when there is none in
 * the path
 * @param status the HTTP status
 * @param errorCode the error code in the header, or null when there is none
 * @param ending how the answer ended
 * @param duration the time from the whole request to the end of the answer; that of a
 * request which is a stream itself begins with its head
 * @param inputTokens the tokens that went in, or null when the answer tells none
 * @param outputTokens the tokens that came out, or null when the answer tells none
 * @since 0.1.0
 */
public record CompletedCall(String operation, @Nullable String modelId, int status, @Nullable String errorCode,
		Ending ending, Duration duration, @Nullable Integer inputTokens, @Nullable Integer outputTokens) {

	/**
	 * Return the call as a line of a log.
	 */
	@Override
	public String toString() {
		StringBuilder line = new StringBuilder(this.operation);
		if (this.modelId != null) {
			line.append(' ').append(this.modelId);
		}
		line.append(' ').append(this.status);
		if (this.errorCode != null) {
			line.append(' ').append(this.errorCode);
		}
		line.append(' ').append(this.duration.toMillis()).append(" ms");
		if (this.ending != Ending.WHOLE) {
			line.append((this.ending == Ending.CANCELLED) ? ", cancelled by the client" : ", broken off");
		}
		else if (this.inputTokens != null) {
			line.append(", ").append(this.inputTokens).append(" tokens in");
			if (this.outputTokens != null) {
				line.append(", ").append(this.outputTokens).append(" out");
			}
		}
		return line.toString();
	}

	/**
	 * How an answer ended.
	 */
	public enum Ending {

		/** All of it was sent. */
		WHOLE,

		/** The client went away before. */
		CANCELLED,

		/** A fault ended it. */
		BROKEN

	}

}
