package io.bedrockruntime.internal;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Waiting of a thread for a call.
 */
public final class BlockingCalls {

	private BlockingCalls() {
	}

	/**
	 * Refuse to wait on a thread that must not. Checked before a call is made, as the
	 * call would go on, and cost money, when nobody can wait for it.
	 */
	public static void checkThread() {
		Assert.state(!Schedulers.isInNonBlockingThread(),
				() -> "Blocking operations must not be called from thread '" + Thread.currentThread().getName()
						+ "', which must not block: use ReactiveBedrockRuntimeOperations there");
	}

	public static <T> T await(Mono<T> answer) {
		checkThread();
		T value;
		try {
			value = answer.contextCapture().block();
		}
		catch (RuntimeException ex) {
			throw nameInterruption(ex);
		}
		Assert.state(value != null, "Call ended without an answer");
		return value;
	}

	/**
	 * Name the interruption of a waiting thread, which Reactor has marked again.
	 */
	public static RuntimeException nameInterruption(RuntimeException ex) {
		Throwable cause = Exceptions.unwrap(ex);
		if (cause instanceof InterruptedException) {
			return new BedrockRuntimeClientException("Call was cancelled, as the waiting thread was interrupted",
					cause);
		}
		return ex;
	}

}
