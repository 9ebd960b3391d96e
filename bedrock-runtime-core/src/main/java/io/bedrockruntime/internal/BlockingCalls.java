package io.bedrockruntime.internal;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Support for blocking a thread until a call ends.
 */
public final class BlockingCalls {

	private BlockingCalls() {
	}

	/**
	 * Fail on a thread that must not block. This is checked before the call is made,
	 * because otherwise a call without a receiver would continue and be billed.
	 */
	public static void checkThread() {
		Assert.state(!Schedulers.isInNonBlockingThread(),
				() -> "Blocking operations must not be called from thread '" + Thread.currentThread().getName()
						+ "', which must not block: use ReactiveBedrockRuntimeOperations there");
	}

	public static <T> T await(Mono<T> response) {
		checkThread();
		T value;
		try {
			value = response.contextCapture().block();
		}
		catch (RuntimeException ex) {
			throw translateInterruption(ex);
		}
		Assert.state(value != null, "Call ended without a response");
		return value;
	}

	/**
	 * Convert the exception of an interrupted thread, whose interrupt status Reactor has
	 * set again.
	 */
	public static RuntimeException translateInterruption(RuntimeException ex) {
		Throwable cause = Exceptions.unwrap(ex);
		if (cause instanceof InterruptedException) {
			return new BedrockRuntimeClientException("Call was cancelled, as the waiting thread was interrupted",
					cause);
		}
		return ex;
	}

}
