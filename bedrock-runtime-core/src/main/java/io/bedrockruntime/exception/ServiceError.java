package io.bedrockruntime.exception;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * What the service said of an error.
 *
 * @param operation the AWS name of the operation, such as {@code Converse}
 * @param statusCode the HTTP status; for an error inside a stream the status that the
 * service's model gives the error, as the HTTP answer had said 200 by then
 * @param errorCode the error's name, such as {@code ThrottlingException}, or {@code null}
 * if the answer named none
 * @param message the service's text, or {@code null} if there was none
 * @param requestId the AWS request id, or {@code null} if the answer had none
 * @param inStream whether the error came as a message of a stream, possibly after events
 * that were delivered
 * @param originalStatusCode the status that the model itself answered with, where the
 * service tells it
 * @param originalMessage the text that the model itself answered with, where the service
 * tells it
 * @param resourceName the name of the model, where the service tells it
 * @param rawBody the first 8 KiB of the answer's body as text, for diagnosis only; it is
 * in no message and no string form
 * @param attempts how many times the request was sent until this error came
 * @since 0.1.0
 * @serial exclude
 */
public record ServiceError(String operation, int statusCode, @Nullable String errorCode, @Nullable String message,
		@Nullable String requestId, boolean inStream, @Nullable Integer originalStatusCode,
		@Nullable String originalMessage, @Nullable String resourceName, @Nullable String rawBody,
		int attempts) implements Serializable {

	/**
	 * Create an instance for a request that was sent once.
	 * @param operation the AWS name of the operation
	 * @param statusCode the HTTP status
	 * @param errorCode the error's name
	 * @param message the service's text
	 * @param requestId the AWS request id
	 * @param inStream whether the error came as a message of a stream
	 * @param originalStatusCode the status that the model itself answered with
	 * @param originalMessage the text that the model itself answered with
	 * @param resourceName the name of the model
	 * @param rawBody the beginning of the answer's body as text
	 */
	public ServiceError(String operation, int statusCode, @Nullable String errorCode, @Nullable String message,
			@Nullable String requestId, boolean inStream, @Nullable Integer originalStatusCode,
			@Nullable String originalMessage, @Nullable String resourceName, @Nullable String rawBody) {
		this(operation, statusCode, errorCode, message, requestId, inStream, originalStatusCode, originalMessage,
				resourceName, rawBody, 1);
	}

	/**
	 * Describe the error in one line, without the answer's body.
	 * @return the line that exceptions use as their message
	 */
	String describe() {
		StringBuilder line = new StringBuilder(this.operation).append(" failed: ")
			.append((this.errorCode != null) ? this.errorCode : "unnamed error")
			.append(" (")
			.append(this.statusCode);
		if (this.requestId != null) {
			line.append(", request id ").append(this.requestId);
		}
		if (this.attempts > 1) {
			line.append(", attempt ").append(this.attempts);
		}
		if (this.originalStatusCode != null) {
			line.append(", the model answered ").append(this.originalStatusCode);
		}
		line.append(')');
		return (this.message != null) ? line.append(": ").append(this.message).toString() : line.toString();
	}

	@Override
	public String toString() {
		return "ServiceError[" + describe() + "]";
	}

}
