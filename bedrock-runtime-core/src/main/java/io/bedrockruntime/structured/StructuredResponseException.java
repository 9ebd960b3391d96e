package io.bedrockruntime.structured;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.model.converse.ConverseResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not what was asked for: the model stopped before its end, or it does
 * not fit the type. The call itself was successful, and is billed.
 *
 * @since 0.1.0
 */
public final class StructuredResponseException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * What the model answered.
	 */
	private final transient ConverseResponse response;

	/**
	 * Create an instance.
	 * @param message what is wrong, without content
	 * @param response what the model answered
	 * @param cause the underlying fault, if any
	 */
	public StructuredResponseException(String message, ConverseResponse response, @Nullable Throwable cause) {
		super(message, cause);
		this.response = response;
	}

	/**
	 * Return what the model answered.
	 * @return the response
	 */
	public ConverseResponse response() {
		return this.response;
	}

}
