package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * An asynchronous invocation that was waited for has failed. No call has: the service
 * answered that the invocation's status is {@code Failed}.
 *
 * @since 0.1.0
 */
public final class AsyncInvokeFailedException extends BedrockRuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Which invocation failed.
	 */
	private final String invocationArn;

	/**
	 * What the service says about it.
	 */
	private final @Nullable String failureMessage;

	/**
	 * Create an instance.
	 * @param invocationArn the ARN of the invocation
	 * @param failureMessage what the service says about the failure, if anything
	 */
	public AsyncInvokeFailedException(String invocationArn, @Nullable String failureMessage) {
		super("Asynchronous invocation failed: " + invocationArn, null);
		this.invocationArn = invocationArn;
		this.failureMessage = failureMessage;
	}

	/**
	 * Return which invocation failed.
	 * @return the ARN of the invocation
	 */
	public String invocationArn() {
		return this.invocationArn;
	}

	/**
	 * Return what the service says about the failure. AWS marks it as sensitive, so it is
	 * not in the exception's message; think before you log it.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String failureMessage() {
		return this.failureMessage;
	}

}
