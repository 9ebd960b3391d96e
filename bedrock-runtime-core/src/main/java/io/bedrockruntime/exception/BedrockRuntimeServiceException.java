package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * An error that the service answered with, before or inside a stream. Subclasses are the
 * errors that the service's model names; any other error is of this class and keeps its
 * code.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html">Common
 * errors</a>
 */
public non-sealed class BedrockRuntimeServiceException extends BedrockRuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * What the service said.
	 */
	private final ServiceError error;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public BedrockRuntimeServiceException(ServiceError error) {
		super(error.describe(), null);
		this.error = error;
	}

	/**
	 * Return all that the service said of the error.
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
	 * Return the HTTP status of the error, also if it came inside a stream.
	 * @return the status, such as 429
	 */
	public int statusCode() {
		return this.error.statusCode();
	}

	/**
	 * Return the error's name.
	 * @return the code, or {@code null} if the answer named none
	 */
	public @Nullable String errorCode() {
		return this.error.errorCode();
	}

	/**
	 * Return the service's own text, without what {@link #getMessage()} adds.
	 * @return the text, or {@code null} if there was none
	 */
	public @Nullable String serviceMessage() {
		return this.error.message();
	}

	/**
	 * Return the id that AWS support asks for.
	 * @return the request id, or {@code null} if the answer had none
	 */
	public @Nullable String requestId() {
		return this.error.requestId();
	}

	/**
	 * Return how many times the request was sent until this error came.
	 * @return the number of attempts, from 1
	 */
	public int attempts() {
		return this.error.attempts();
	}

	/**
	 * Return whether the same request may succeed later: it was throttled, the model was
	 * not ready, or the service failed. These are the errors that the client itself
	 * retries, so one that is thrown has outlasted the retries.
	 * @return whether to try again makes sense
	 */
	public boolean isRetryable() {
		return ErrorKind.of(this) != ErrorKind.FINAL;
	}

	/**
	 * Return whether the request was turned away because there were too many.
	 * @return whether to send less makes sense
	 */
	public boolean isThrottling() {
		return ErrorKind.of(this) == ErrorKind.THROTTLING;
	}

}
