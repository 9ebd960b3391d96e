package io.bedrockruntime.emulator.record;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Call that has ended, with details for a log: no content of the request or the response.
 *
 * @param operation AWS's name of the operation, or method and path of a request for none
 * @param modelId the model, inference profile or prompt, or null when there is none in
 * the path
 * @param status the HTTP status
 * @param errorCode the error code in the header, or null when there is none
 * @param outcome the outcome of the response
 * @param duration the time from the complete request to the end of the response; for a
 * request that is a stream, from its head
 * @param inputTokens the number of input tokens, or null when the response does not
 * report it
 * @param outputTokens the number of output tokens, or null when the response does not
 * report it
 * @since 0.1.0
 */
public record CompletedCall(String operation, @Nullable String modelId, int status, @Nullable String errorCode,
		Outcome outcome, Duration duration, @Nullable Integer inputTokens, @Nullable Integer outputTokens) {

	/**
	 * Return the call as a log line.
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
		if (this.outcome != Outcome.COMPLETE) {
			line.append((this.outcome == Outcome.CANCELLED) ? ", cancelled by the client" : ", aborted");
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
	 * Outcome of a response.
	 */
	public enum Outcome {

		/** All of it was sent. */
		COMPLETE,

		/** The client cancelled it. */
		CANCELLED,

		/** A fault ended it. */
		BROKEN

	}

}
