package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the model failed during a stream (424). The events received before were
 * delivered.
 *
 * @since 0.1.0
 */
public final class ModelStreamErrorException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ModelStreamErrorException(ServiceError error) {
		super(error);
	}

	/**
	 * Return the status that the model itself returned.
	 * @return the status, 100 to 599, or {@code null} if the service did not report it
	 */
	public @Nullable Integer originalStatusCode() {
		return error().originalStatusCode();
	}

	/**
	 * Return the message that the model itself returned.
	 * @return the text, or {@code null} if the service did not report it
	 */
	public @Nullable String originalMessage() {
		return error().originalMessage();
	}

}
