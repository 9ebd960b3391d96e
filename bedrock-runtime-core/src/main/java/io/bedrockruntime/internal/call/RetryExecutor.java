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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;

/**
 * The attempts of one call at one place, one after the other. What a retry takes from the
 * client's budget comes back when the call succeeds, or ends before the retry was sent.
 */
final class RetryExecutor {

	/** One for the whole client: whatever it calls counts against the same budget. */
	private static final String SCOPE = "bedrock-runtime";

	private final CallContext call;

	private final boolean repeatable;

	private final @Nullable RetryStrategy strategy;

	private final boolean responseTimeouts;

	private final String scope;

	private final AttemptRecovery recourse;

	/** The token of a retry that waits to be sent. */
	private final AtomicReference<@Nullable RetryToken> waiting = new AtomicReference<>();

	private volatile @Nullable RetryToken token;

	private volatile int number;

	private volatile boolean corrected;

	private volatile @Nullable ResponseMetadata response;

	private volatile @Nullable Runnable onResponse;

	private volatile boolean delivered;

	RetryExecutor(CallContext call, boolean repeatable, @Nullable RetryStrategy strategy, RetrySettings retries,
			int place, AttemptRecovery recourse) {
		this.call = call;
		this.repeatable = repeatable;
		this.strategy = repeatable ? strategy : null;
		this.responseTimeouts = retries.responseTimeouts();
		// The adaptive strategy slows each place down by itself.
		this.scope = (retries.mode() == RetrySettings.Mode.ADAPTIVE && place > 0) ? SCOPE + "-" + place : SCOPE;
		this.recourse = recourse;
	}

	/**
	 * Make attempts until one has an answer.
	 * @param <T> the type of answer
	 * @param attempt makes an attempt
	 * @return the answer
	 */
	<T> Mono<T> forAnswer(Supplier<Mono<T>> attempt) {
		Mono<T> all = (this.strategy == null) ? answer(attempt) : Mono.defer(() -> {
			Mono<Void> leave = acquire(this.strategy);
			return (leave == null) ? answer(attempt) : leave.then(answer(attempt));
		});
		Duration limit = this.call.timeLeft();
		return (limit == null) ? all : all.timeout(limit, Mono.error(this.call::outOfTime));
	}

	/**
	 * Make attempts until one has an event. The clock of the call is up to each attempt.
	 * @param <T> the type of event
	 * @param attempt makes an attempt
	 * @return the events
	 */
	<T> Flux<T> forStream(Supplier<Flux<T>> attempt) {
		return (this.strategy == null) ? events(attempt) : Flux.defer(() -> {
			Mono<Void> leave = acquire(this.strategy);
			return (leave == null) ? events(attempt) : leave.thenMany(events(attempt));
		});
	}

	/**
	 * Make an attempt, and after it others while there is leave to. They are nested, and
	 * not those of Reactor's {@code retryWhen}, whose signals of signals cost each call
	 * 1.5 KB and some microseconds before anything has failed. The budget of retries
	 * bounds their depth.
	 */
	private <T> Mono<T> answer(Supplier<Mono<T>> attempt) {
		return Mono.defer(() -> {
			next();
			return attempt.get();
		})
			.doOnSuccess((answer) -> succeeded())
			.onErrorResume((failure) -> afterFailure(failure).then(Mono.defer(() -> answer(attempt))));
	}

	private <T> Flux<T> events(Supplier<Flux<T>> attempt) {
		return Flux.defer(() -> {
			next();
			return attempt.get();
		}).onErrorResume((failure) -> afterFailure(failure).thenMany(Flux.defer(() -> events(attempt))));
	}

	/**
	 * Describe the attempt to the service, as AWS's SDKs do.
	 * @param headers takes names and values
	 */
	void describe(BiConsumer<String, String> headers) {
		headers.accept("amz-sdk-invocation-id", this.call.invocationId());
		headers.accept("amz-sdk-request", "attempt=" + this.number + "; max=" + Math.max(this.number, maxAttempts()));
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
	 * before the error that ends the call.
	 * @param onResponse takes note of the response
	 */
	void announce(Runnable onResponse) {
		this.onResponse = onResponse;
		if (this.number >= maxAttempts() && !this.recourse.hasElsewhere()) {
			announceNow();
		}
	}

	/**
	 * Take note that a stream's first event is about to be handed on: from here on the
	 * call has no other attempt.
	 */
	void beginDelivery() {
		this.delivered = true;
		succeeded();
		announceNow();
	}

	/**
	 * Return whether an event was handed on.
	 */
	boolean isDelivered() {
		return this.delivered;
	}

	/**
	 * Return whether the failure of the last attempt is one that passes.
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
	 * Ask for leave to send the first attempt, which only the adaptive strategy may
	 * delay.
	 * @return what to wait for, or {@code null} if there is leave at once
	 */
	private @Nullable Mono<Void> acquire(RetryStrategy strategy) {
		CompletableFuture<AcquireInitialTokenResponse> leave;
		try {
			leave = strategy.acquireInitialTokenAsync(AcquireInitialTokenRequest.create(this.scope));
		}
		catch (IllegalStateException ex) {
			throw closed(ex);
		}
		if (leave.isDone() && !leave.isCompletedExceptionally()) {
			Duration delay = acquired(leave.join());
			return delay.isZero() ? null : pause(delay).then();
		}
		return await(leave, (unused) -> {
			// takes nothing from the budget
		}).onErrorMap(IllegalStateException.class, this::closed)
			.flatMap((acquired) -> pause(acquired(acquired)))
			.then();
	}

	private Duration acquired(AcquireInitialTokenResponse leave) {
		this.token = leave.token();
		return leave.delay();
	}

	private BedrockRuntimeClientException closed(IllegalStateException cause) {
		return new BedrockRuntimeClientException(this.call.operation() + " failed: the client is closed", cause);
	}

	/**
	 * Wait for leave to make another attempt.
	 * @return the end of the pause, or the failure if it is final
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
	 * Correct what the request was refused for, and send it once more if that makes it
	 * another one. That costs nothing of the budget, and happens without retries too:
	 * what is refused is not worked on.
	 */
	private Mono<Long> correct(Throwable failure) {
		Mono<Boolean> correction = this.recourse.correct(failure).onErrorReturn(false);
		Duration patience = this.call.timeouts().response();
		if (patience != null) {
			correction = correction.timeout(patience, Mono.just(false), this.call.clock());
		}
		return correction.defaultIfEmpty(false).flatMap((changed) -> {
			if (!changed || !this.repeatable) {
				return fail(failure);
			}
			this.corrected = true;
			this.call.survived(failure);
			this.recourse.retrying(failure);
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
					(refreshed) -> giveBack(strategy, refreshed.token())))
			.onErrorResume((ex) -> {
				if (ex instanceof CallTimeoutException) {
					this.call.survived(failure);
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
			giveBack(strategy, refreshed.token());
			return fail(failure);
		}
		this.call.survived(failure);
		this.recourse.retrying(failure);
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
			.publishOn(this.call.clock());
		Duration left = this.call.timeLeft();
		return (left == null) ? result : result.timeout(left, Mono.error(this.call::outOfTime));
	}

	private Mono<Long> pause(Duration delay) {
		return delay.isZero() ? Mono.just(0L) : Mono.delay(delay, this.call.clock());
	}

	private static void giveBack(RetryStrategy strategy, RetryToken token) {
		strategy.recordSuccess(RecordSuccessRequest.create(token));
	}

	private <R> Mono<R> fail(Throwable failure) {
		if (this.recourse.isElsewhere(failure)) {
			return Mono.error(failure);
		}
		Throwable last = failure;
		if (last instanceof CallTimeoutException && this.call.attempts() > 1) {
			// Its clock told what was left for the last attempt.
			last = this.call.outOfTime();
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
