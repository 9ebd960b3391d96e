package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for an error that the service returned, either before or inside a stream. The
 * subclasses are the errors that the service's model defines; any other error is of this
 * class and keeps its code.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html">Common
 * errors</a>
 */
public non-sealed class BedrockRuntimeServiceException extends BedrockRuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Error from the service.
	 */
	private final ServiceError error;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public BedrockRuntimeServiceException(ServiceError error) {
		super(error.describe(), null);
		this.error = error;
	}

	/**
	 * Return the error with all details from the service.
	 * @return the error
	 */
	public ServiceError error() {
		return this.error;
	}

	/**
	 * Return the AWS name of the operation.
	 * @return the operation, such as {@code Converse}
	 */
	public String operation() {
		return this.error.operation();
	}

	/**
	 * Return the HTTP status of the error, even if it was received inside a stream.
	 * @return the status, such as 429
	 */
	public int statusCode() {
		return this.error.statusCode();
	}

	/**
	 * Return the error's name.
	 * @return the code, or {@code null} if the response did not contain one
	 */
	public @Nullable String errorCode() {
		return this.error.errorCode();
	}

	/**
	 * Return the original message of the service, without the additions of
	 * {@link #getMessage()}.
	 * @return the text, or {@code null} if the response did not contain one
	 */
	public @Nullable String serviceMessage() {
		return this.error.message();
	}

	/**
	 * Return the request id, which AWS support asks for.
	 * @return the request id, or {@code null} if the response did not contain one
	 */
	public @Nullable String requestId() {
		return this.error.requestId();
	}

	/**
	 * Return the number of times that the request was sent, including for this error.
	 * @return the number of attempts, from 1
	 */
	public int attempts() {
		return this.error.attempts();
	}

	/**
	 * Return whether the same request may succeed later: it was throttled, the model was
	 * not ready, or the service failed. These are the errors that the client itself
	 * retries, so an exception that is thrown has exhausted the retries.
	 * @return whether another attempt makes sense
	 */
	public boolean isRetryable() {
		return ErrorKind.of(this) != ErrorKind.FINAL;
	}

	/**
	 * Return whether the request was rejected because of too many requests.
	 * @return whether a lower request rate makes sense
	 */
	public boolean isThrottling() {
		return ErrorKind.of(this) == ErrorKind.THROTTLING;
	}

}
