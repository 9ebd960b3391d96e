package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an asynchronous invocation that the caller waited for has failed. No call
 * has failed: the service reported the status {@code Failed} for the invocation.
 *
 * @since 0.1.0
 */
public final class AsyncInvokeFailedException extends BedrockRuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * ARN of the invocation that failed.
	 */
	private final String invocationArn;

	/**
	 * Description of the failure by the service.
	 */
	private final @Nullable String failureMessage;

	/**
	 * Create an instance.
	 * @param invocationArn the ARN of the invocation
	 * @param failureMessage the description of the failure by the service, if any
	 */
	public AsyncInvokeFailedException(String invocationArn, @Nullable String failureMessage) {
		super("Asynchronous invocation failed: " + invocationArn, null);
		this.invocationArn = invocationArn;
		this.failureMessage = failureMessage;
	}

	/**
	 * Return the invocation that failed.
	 * @return the ARN of the invocation
	 */
	public String invocationArn() {
		return this.invocationArn;
	}

	/**
	 * Return the description of the failure by the service. AWS marks it as sensitive, so
	 * it is not part of the exception's message; consider this before you log it.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String failureMessage() {
		return this.failureMessage;
	}

}
