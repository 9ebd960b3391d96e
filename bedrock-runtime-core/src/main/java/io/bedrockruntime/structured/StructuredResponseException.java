package io.bedrockruntime.structured;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.model.converse.ConverseResponse;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a response cannot be read as the requested type: the model stopped before
 * the end of its message, or the message does not match the type. The call itself was
 * successful and is billed.
 *
 * @since 0.1.0
 */
public final class StructuredResponseException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * The response of the model.
	 */
	private final transient ConverseResponse response;

	/**
	 * Create an instance.
	 * @param message the message, without content of the response
	 * @param response the response of the model
	 * @param cause the cause, or {@code null} if there is none
	 */
	public StructuredResponseException(String message, ConverseResponse response, @Nullable Throwable cause) {
		super(message, cause);
		this.response = response;
	}

	/**
	 * Return the response of the model.
	 * @return the response
	 */
	public ConverseResponse response() {
		return this.response;
	}

}
