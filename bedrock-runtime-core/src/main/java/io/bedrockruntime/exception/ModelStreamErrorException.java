package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * The model failed while it was streaming (424). The events that came before were
 * delivered.
 *
 * @since 0.1.0
 */
public final class ModelStreamErrorException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ModelStreamErrorException(ServiceError error) {
		super(error);
	}

	/**
	 * Return the status that the model itself answered with.
	 * @return the status, 100 to 599, or {@code null} if the service did not tell it
	 */
	public @Nullable Integer originalStatusCode() {
		return error().originalStatusCode();
	}

	/**
	 * Return the text that the model itself answered with.
	 * @return the text, or {@code null} if the service did not tell it
	 */
	public @Nullable String originalMessage() {
		return error().originalMessage();
	}

}
