package io.bedrockruntime.exception;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * Details of an error from the service.
 *
 * @param operation the AWS name of the operation, such as {@code Converse}
 * @param statusCode the HTTP status; for an error inside a stream, the status that the
 * service's model defines for the error, because the HTTP response already had status 200
 * @param errorCode the error's name, such as {@code ThrottlingException}, or {@code null}
 * if the response did not contain one
 * @param message the message of the service, or {@code null} if the response did not
 * contain one
 * @param requestId the AWS request id, or {@code null} if the response did not contain
 * one
 * @param inStream whether the error was received as a message of a stream, possibly after
 * events that were delivered
 * @param originalStatusCode the status that the model itself returned, if the service
 * reports it
 * @param originalMessage the message that the model itself returned, if the service
 * reports it
 * @param resourceName the name of the model, if the service reports it
 * @param rawBody the first 8 KiB of the response body as text, for diagnosis only; it is
 * not part of any message or string representation
 * @param attempts the number of times that the request was sent, including for this error
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
	 * @param message the message of the service
	 * @param requestId the AWS request id
	 * @param inStream whether the error was received as a message of a stream
	 * @param originalStatusCode the status that the model itself returned
	 * @param originalMessage the message that the model itself returned
	 * @param resourceName the name of the model
	 * @param rawBody the beginning of the response body as text
	 */
	public ServiceError(String operation, int statusCode, @Nullable String errorCode, @Nullable String message,
			@Nullable String requestId, boolean inStream, @Nullable Integer originalStatusCode,
			@Nullable String originalMessage, @Nullable String resourceName, @Nullable String rawBody) {
		this(operation, statusCode, errorCode, message, requestId, inStream, originalStatusCode, originalMessage,
				resourceName, rawBody, 1);
	}

	/**
	 * Describe the error in one line, without the response body.
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
			line.append(", the model responded with ").append(this.originalStatusCode);
		}
		line.append(')');
		return (this.message != null) ? line.append(": ").append(this.message).toString() : line.toString();
	}

	@Override
	public String toString() {
		return "ServiceError[" + describe() + "]";
	}

}
