package io.bedrockruntime.internal.operation;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

import io.bedrockruntime.exception.AsyncInvokeFailedException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeStatus;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeResponse;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Waits for the end of an asynchronous invocation by polling, with random pauses below a
 * limit that doubles each time.
 */
public final class AsyncInvokeWaiter {

	private static final Duration FIRST_BOUND = Duration.ofSeconds(2);

	private static final Duration LAST_BOUND = Duration.ofSeconds(32);

	private static final int DOUBLINGS = 4;

	private final Function<GetAsyncInvokeRequest, Mono<GetAsyncInvokeResponse>> get;

	private final DoubleSupplier random;

	/**
	 * Create an instance.
	 * @param get gets the status of the invocation
	 * @param random supplies numbers from 0 to 1, by which the limits of pauses are
	 * multiplied
	 */
	public AsyncInvokeWaiter(Function<GetAsyncInvokeRequest, Mono<GetAsyncInvokeResponse>> get, DoubleSupplier random) {
		this.get = get;
		this.random = random;
	}

	public Mono<GetAsyncInvokeResponse> await(String invocationArn, Duration timeout) {
		return Mono.defer(() -> {
			Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be longer than zero");
			return this.get.apply(new GetAsyncInvokeRequest(invocationArn))
				.flatMap(AsyncInvokeWaiter::unlessInProgress)
				.repeatWhenEmpty((polls) -> polls.concatMap((poll) -> Mono.delay(pause(poll))))
				.timeout(timeout, Mono.error(() -> new CallTimeoutException(
						"awaitAsyncInvoke failed: the invocation has not ended within " + timeout, null)));
		});
	}

	/**
	 * An unknown status counts as in progress.
	 */
	private static Mono<GetAsyncInvokeResponse> unlessInProgress(GetAsyncInvokeResponse response) {
		if (response.status().equals(AsyncInvokeStatus.COMPLETED)) {
			return Mono.just(response);
		}
		if (response.status().equals(AsyncInvokeStatus.FAILED)) {
			return Mono.error(new AsyncInvokeFailedException(response.invocationArn(), response.failureMessage()));
		}
		return Mono.empty();
	}

	private Duration pause(long poll) {
		Duration bound = (poll < DOUBLINGS) ? FIRST_BOUND.multipliedBy(1L << poll) : LAST_BOUND;
		return Duration.ofMillis((long) (bound.toMillis() * this.random.getAsDouble()));
	}

}
