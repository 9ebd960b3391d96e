package io.bedrockruntime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;

/**
 * The attempts of one call, one after the other. What a retry takes from the client's
 * budget comes back when the call succeeds, or ends before the retry was sent.
 */
final class CallAttempts {

	/** One for the whole client: whatever it calls counts against the same budget. */
	private static final String SCOPE = "bedrock-runtime";

	private final Scheduler clock = Schedulers.parallel();

	private final long started = this.clock.now(TimeUnit.NANOSECONDS);

	private final String operation;

	private final String invocationId;

	private final @Nullable RetryStrategy strategy;

	private final boolean responseTimeouts;

	private final @Nullable Duration callTimeout;

	private final List<Throwable> failures = new ArrayList<>();

	/** The token of a retry that waits to be sent. */
	private final AtomicReference<@Nullable RetryToken> waiting = new AtomicReference<>();

	private volatile @Nullable RetryToken token;

	private volatile int number;

	private volatile @Nullable ResponseMetadata response;

	private volatile @Nullable Runnable onResponse;

	private volatile boolean delivered;

	CallAttempts(String operation, String invocationId, @Nullable RetryStrategy strategy, boolean responseTimeouts,
			@Nullable Duration callTimeout) {
		this.operation = operation;
		this.invocationId = invocationId;
		this.strategy = strategy;
		this.responseTimeouts = responseTimeouts;
		this.callTimeout = callTimeout;
	}

	/**
	 * Make attempts until one has an answer.
	 * @param <T> the type of answer
	 * @param attempt makes an attempt
	 * @return the answer
	 */
	<T> Mono<T> forAnswer(Supplier<Mono<T>> attempt) {
		Mono<T> each = Mono.defer(() -> {
			next();
			return attempt.get();
		});
		RetryStrategy strategy = this.strategy;
		if (strategy != null) {
			each = acquire(strategy)
				.then(each.doOnSuccess((answer) -> succeeded(strategy)).retryWhen(retries(strategy)));
		}
		Duration limit = this.callTimeout;
		return (limit == null) ? each : each.timeout(limit, Mono.error(this::outOfTime));
	}

	/**
	 * Make attempts until one has an event. The clock of the call is up to each attempt.
	 * @param <T> the type of event
	 * @param attempt makes an attempt
	 * @return the events
	 */
	<T> Flux<T> forStream(Supplier<Flux<T>> attempt) {
		Flux<T> each = Flux.defer(() -> {
			next();
			return attempt.get();
		});
		RetryStrategy strategy = this.strategy;
		return (strategy == null) ? each : acquire(strategy).thenMany(each.retryWhen(retries(strategy)));
	}

	/**
	 * Return the number of the attempt.
	 * @return the number, from 1
	 */
	int number() {
		return this.number;
	}

	/**
	 * Describe the attempt to the service, as AWS's SDKs do.
	 * @param headers takes names and values
	 */
	void describe(BiConsumer<String, String> headers) {
		headers.accept("amz-sdk-invocation-id", this.invocationId);
		headers.accept("amz-sdk-request", "attempt=" + this.number + "; max=" + maxAttempts());
	}

	/**
	 * Return what is left of the call's time.
	 * @return the rest, which may be negative, or {@code null} if there is no limit
	 */
	@Nullable Duration timeLeft() {
		Duration limit = this.callTimeout;
		return (limit != null) ? limit.minusNanos(this.clock.now(TimeUnit.NANOSECONDS) - this.started) : null;
	}

	/**
	 * Take note of an HTTP response.
	 * @param response the status and headers
	 */
	void answered(ResponseMetadata response) {
		this.response = response;
	}

	/**
	 * Have a stream's response taken note of, but only once and only for the attempt that
	 * counts: now if this one is the last in any case, else before its first event, or
	 * before the error that is not retried.
	 * @param onResponse takes note of the response
	 */
	void announce(Runnable onResponse) {
		this.onResponse = onResponse;
		if (this.number >= maxAttempts()) {
			announceNow();
		}
	}

	/**
	 * Take note that a stream's first event is about to be handed on: from here on the
	 * call has no other attempt.
	 */
	void beginDelivery() {
		this.delivered = true;
		RetryStrategy strategy = this.strategy;
		if (strategy != null) {
			succeeded(strategy);
		}
		announceNow();
	}

	private void announceNow() {
		Runnable onResponse = this.onResponse;
		this.onResponse = null;
		if (onResponse != null) {
			onResponse.run();
		}
	}

	private int maxAttempts() {
		return (this.strategy != null) ? this.strategy.maxAttempts() : 1;
	}

	private void next() {
		this.waiting.set(null);
		this.number++;
		this.response = null;
		this.onResponse = null;
	}

	private void succeeded(RetryStrategy strategy) {
		RetryToken token = this.token;
		if (token != null) {
			strategy.recordSuccess(RecordSuccessRequest.create(token));
		}
	}

	/**
	 * Wait for leave to send the first attempt, which only the adaptive strategy may
	 * delay.
	 */
	private Mono<Void> acquire(RetryStrategy strategy) {
		return Mono.defer(
				() -> await(strategy.acquireInitialTokenAsync(AcquireInitialTokenRequest.create(SCOPE)), (unused) -> {
					// takes nothing from the budget
				}))
			.onErrorMap(IllegalStateException.class,
					(ex) -> new BedrockRuntimeClientException(this.operation + " failed: the client is closed", ex))
			.flatMap((acquired) -> {
				this.token = acquired.token();
				return pause(acquired.delay());
			})
			.then();
	}

	private Retry retries(RetryStrategy strategy) {
		return Retry.from((signals) -> signals.concatMap((signal) -> afterFailure(strategy, signal.failure())));
	}

	/**
	 * Wait for leave to make another attempt.
	 * @return the end of the pause, or the failure if it is final
	 */
	private Mono<Long> afterFailure(RetryStrategy strategy, Throwable failure) {
		RetryToken token = this.token;
		if (token == null || this.delivered
				|| !RetryableFaults.isRetryable(failure, this.response != null, this.responseTimeouts)) {
			return fail(failure);
		}
		RefreshRetryTokenRequest request = RefreshRetryTokenRequest.builder()
			.token(token)
			.failure(failure)
			.suggestedDelay(RetryHints.suggestedDelay(this.response))
			.build();
		return Mono
			.defer(() -> await(strategy.refreshRetryTokenAsync(request),
					(refreshed) -> giveBack(strategy, refreshed.token())))
			.onErrorResume((ex) -> {
				if (ex instanceof CallTimeoutException) {
					this.failures.add(failure);
					return fail(ex);
				}
				return fail(failure);
			})
			.flatMap((refreshed) -> pauseBeforeRetry(strategy, refreshed, failure));
	}

	private Mono<Long> pauseBeforeRetry(RetryStrategy strategy, RefreshRetryTokenResponse refreshed,
			Throwable failure) {
		Duration left = timeLeft();
		if (left != null && refreshed.delay().compareTo(left) >= 0) {
			giveBack(strategy, refreshed.token());
			return fail(failure);
		}
		this.failures.add(failure);
		this.token = refreshed.token();
		this.waiting.set(refreshed.token());
		return pause(refreshed.delay()).doOnCancel(() -> {
			RetryToken unused = this.waiting.getAndSet(null);
			if (unused != null) {
				giveBack(strategy, unused);
			}
		});
	}

	/**
	 * Await what the strategy says, within the time of the call.
	 * @param unused is given what comes when nobody waits for it any more
	 */
	private <R> Mono<R> await(CompletableFuture<R> future, Consumer<R> unused) {
		if (future.isDone()) {
			return Mono.fromFuture(future);
		}
		AtomicBoolean over = new AtomicBoolean();
		Mono<R> result = Mono.fromFuture(future, true)
			.filter((value) -> over.compareAndSet(false, true))
			.doOnCancel(() -> {
				if (over.compareAndSet(false, true)) {
					future.thenAccept(unused);
				}
			})
			.publishOn(this.clock);
		Duration left = timeLeft();
		return (left == null) ? result : result.timeout(left, Mono.error(this::outOfTime));
	}

	private Mono<Long> pause(Duration delay) {
		return delay.isZero() ? Mono.just(0L) : Mono.delay(delay, this.clock);
	}

	private static void giveBack(RetryStrategy strategy, RetryToken token) {
		strategy.recordSuccess(RecordSuccessRequest.create(token));
	}

	private <R> Mono<R> fail(Throwable failure) {
		Throwable last = failure;
		if (last instanceof CallTimeoutException && this.number > 1) {
			// Its clock told what was left for the last attempt.
			last = outOfTime();
		}
		for (Throwable earlier : this.failures) {
			if (earlier != last) {
				last.addSuppressed(earlier);
			}
		}
		try {
			announceNow();
		}
		catch (RuntimeException ex) {
			last.addSuppressed(ex);
		}
		return Mono.error(last);
	}

	private CallTimeoutException outOfTime() {
		return new CallTimeoutException(this.operation + " failed: it took longer than " + this.callTimeout, null);
	}

}
