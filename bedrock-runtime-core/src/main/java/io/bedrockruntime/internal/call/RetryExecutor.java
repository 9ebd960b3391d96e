package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.internal.exception.RetryableFailures;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.settings.RetrySettings;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;

/**
 * Makes the attempts of one call at one target, one after the other. A retry takes a
 * token from the client's retry budget. The token is returned when the call succeeds, or
 * ends before the retry was sent.
 */
final class RetryExecutor {

	/** One scope for all calls of a client, which share one retry budget. */
	private static final String SCOPE = "bedrock-runtime";

	private final CallContext<?> call;

	private final boolean repeatable;

	private final @Nullable RetryStrategy strategy;

	private final boolean responseTimeouts;

	private final String scope;

	private final AttemptRecovery recovery;

	/** Token of a retry that waits to be sent. */
	private final AtomicReference<@Nullable RetryToken> waiting = new AtomicReference<>();

	private volatile @Nullable RetryToken token;

	private volatile int number;

	private volatile boolean corrected;

	private volatile @Nullable ResponseMetadata response;

	private volatile @Nullable Runnable onResponse;

	private volatile boolean delivered;

	RetryExecutor(CallContext<?> call, boolean repeatable, @Nullable RetryStrategy strategy, RetrySettings retries,
			int target, AttemptRecovery recovery) {
		this.call = call;
		this.repeatable = repeatable;
		this.strategy = repeatable ? strategy : null;
		this.responseTimeouts = retries.responseTimeouts();
		// The adaptive strategy limits the rate of each target separately.
		this.scope = (retries.mode() == RetrySettings.Mode.ADAPTIVE && target > 0) ? SCOPE + "-" + target : SCOPE;
		this.recovery = recovery;
	}

	/**
	 * Make attempts until one succeeds or no further attempt is permitted.
	 * @param <P> {@code Mono} or {@code Flux}
	 * @param type the type of response
	 * @param attempt makes an attempt
	 * @return the response
	 */
	<P extends Publisher<?>> P execute(ResponseType<P> type, Supplier<P> attempt) {
		P attempts = (this.strategy == null) ? attempts(type, attempt) : type.operators().defer(() -> {
			Mono<Void> permission = acquire(this.strategy);
			P permitted = attempts(type, attempt);
			return (permission == null) ? permitted : type.operators().after(permission, permitted);
		});
		return type.withinCallTimeout(attempts, this.call);
	}

	/**
	 * Make an attempt, and further ones while that is permitted. The attempts are nested,
	 * because Reactor's {@code retryWhen} costs each call 1.5 KB and some microseconds
	 * even without a failure. The retry budget limits the depth.
	 */
	private <P extends Publisher<?>> P attempts(ResponseType<P> type, Supplier<P> attempt) {
		P one = type.operators().defer(() -> {
			next();
			return attempt.get();
		});
		return type.operators()
			.onErrorResume(type.doOnSuccess(one, this::succeeded), (failure) -> type.operators()
				.after(afterFailure(failure), type.operators().defer(() -> attempts(type, attempt))));
	}

	/**
	 * Describe the attempt to the service, as AWS's SDKs do.
	 * @param headers receives names and values
	 */
	void describe(BiConsumer<String, String> headers) {
		headers.accept("amz-sdk-invocation-id", this.call.invocationId());
		headers.accept("amz-sdk-request", "attempt=" + this.number + "; max=" + Math.max(this.number, maxAttempts()));
	}

	/**
	 * Record an HTTP response.
	 * @param response the status and headers
	 */
	void responded(ResponseMetadata response) {
		this.response = response;
	}

	/**
	 * Announce the response of a stream once, for the attempt that decides the call: now,
	 * if no further attempt is possible, or else before its first event or before the
	 * error that ends the call.
	 * @param onResponse announces the response
	 */
	void announce(Runnable onResponse) {
		this.onResponse = onResponse;
		if (this.number >= maxAttempts() && !this.recovery.hasNextTarget()) {
			announceNow();
		}
	}

	/**
	 * Record that the first event of a stream is about to be delivered. After that the
	 * call makes no further attempt.
	 */
	void beginDelivery() {
		this.delivered = true;
		succeeded();
		announceNow();
	}

	/**
	 * Return whether an event was delivered.
	 */
	boolean isDelivered() {
		return this.delivered;
	}

	/**
	 * Return whether the failure of the last attempt is transient.
	 */
	boolean isRetryable(Throwable failure) {
		return !this.delivered && RetryableFailures.isRetryable(failure, this.response != null, this.responseTimeouts);
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
		this.call.attempt();
		this.response = null;
		this.onResponse = null;
	}

	private void succeeded() {
		RetryToken token = this.token;
		if (this.strategy != null && token != null) {
			this.strategy.recordSuccess(RecordSuccessRequest.create(token));
		}
	}

	/**
	 * Acquire the permission to send the first attempt, which only the adaptive strategy
	 * may delay.
	 * @return completes with the permission, or {@code null} if it is available
	 * immediately
	 */
	private @Nullable Mono<Void> acquire(RetryStrategy strategy) {
		CompletableFuture<AcquireInitialTokenResponse> permission;
		try {
			permission = strategy.acquireInitialTokenAsync(AcquireInitialTokenRequest.create(this.scope));
		}
		catch (IllegalStateException ex) {
			throw closed(ex);
		}
		if (permission.isDone() && !permission.isCompletedExceptionally()) {
			Duration delay = acquired(permission.join());
			return delay.isZero() ? null : pause(delay).then();
		}
		return await(permission, (unused) -> {
			// the first attempt takes no token from the budget
		}).onErrorMap(IllegalStateException.class, this::closed)
			.flatMap((acquired) -> pause(acquired(acquired)))
			.then();
	}

	private Duration acquired(AcquireInitialTokenResponse permission) {
		this.token = permission.token();
		return permission.delay();
	}

	private BedrockRuntimeClientException closed(IllegalStateException cause) {
		return new BedrockRuntimeClientException(this.call.operation() + " failed: the client is closed", cause);
	}

	/**
	 * Wait until another attempt is permitted.
	 * @return completes after the pause, or fails if the failure is final
	 */
	private Mono<Long> afterFailure(Throwable failure) {
		if (this.delivered) {
			return fail(failure);
		}
		RetryToken token = this.token;
		if (!isRetryable(failure)) {
			return this.corrected ? fail(failure) : correct(failure);
		}
		return (this.strategy != null && token != null) ? retry(this.strategy, token, failure) : fail(failure);
	}

	/**
	 * Correct the cause of a refusal, and send the request once more if it differs then.
	 * That takes no token from the retry budget and happens even without retries, because
	 * a refused request is not processed.
	 */
	private Mono<Long> correct(Throwable failure) {
		Mono<Boolean> correction = this.recovery.correct(failure).onErrorReturn(false);
		Duration timeout = this.call.timeouts().response();
		if (timeout != null) {
			correction = correction.timeout(timeout, Mono.just(false), this.call.scheduler());
		}
		return correction.defaultIfEmpty(false).flatMap((changed) -> {
			if (!changed || !this.repeatable) {
				return fail(failure);
			}
			this.corrected = true;
			this.call.addFailure(failure);
			this.recovery.retrying(failure);
			return Mono.just(0L);
		});
	}

	private Mono<Long> retry(RetryStrategy strategy, RetryToken token, Throwable failure) {
		RefreshRetryTokenRequest request = RefreshRetryTokenRequest.builder()
			.token(token)
			.failure(failure)
			.suggestedDelay(RetryHints.suggestedDelay(this.response))
			.build();
		return Mono
			.defer(() -> await(strategy.refreshRetryTokenAsync(request),
					(refreshed) -> returnToken(strategy, refreshed.token())))
			.onErrorResume((ex) -> {
				if (ex instanceof CallTimeoutException) {
					this.call.addFailure(failure);
					return fail(ex);
				}
				return fail(failure);
			})
			.flatMap((refreshed) -> pauseBeforeRetry(strategy, refreshed, failure));
	}

	private Mono<Long> pauseBeforeRetry(RetryStrategy strategy, RefreshRetryTokenResponse refreshed,
			Throwable failure) {
		Duration left = this.call.timeLeft();
		if (left != null && refreshed.delay().compareTo(left) >= 0) {
			returnToken(strategy, refreshed.token());
			return fail(failure);
		}
		this.call.addFailure(failure);
		this.recovery.retrying(failure);
		this.token = refreshed.token();
		this.waiting.set(refreshed.token());
		return pause(refreshed.delay()).doOnCancel(() -> {
			RetryToken unused = this.waiting.getAndSet(null);
			if (unused != null) {
				returnToken(strategy, unused);
			}
		});
	}

	/**
	 * Await a result of the strategy, within the call timeout.
	 * @param unused receives a result that arrives too late
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
			.publishOn(this.call.scheduler());
		Duration left = this.call.timeLeft();
		return (left == null) ? result : result.timeout(left, Mono.error(this.call::timedOut));
	}

	private Mono<Long> pause(Duration delay) {
		return delay.isZero() ? Mono.just(0L) : Mono.delay(delay, this.call.scheduler());
	}

	private static void returnToken(RetryStrategy strategy, RetryToken token) {
		strategy.recordSuccess(RecordSuccessRequest.create(token));
	}

	private <R> Mono<R> fail(Throwable failure) {
		if (this.recovery.failsOver(failure)) {
			return Mono.error(failure);
		}
		Throwable last = failure;
		if (last instanceof CallTimeoutException && this.call.attempts() > 1) {
			// Its message has only the remaining time of the last attempt.
			last = this.call.timedOut();
		}
		this.call.end(last);
		try {
			announceNow();
		}
		catch (RuntimeException ex) {
			last.addSuppressed(ex);
		}
		return Mono.error(last);
	}

}
