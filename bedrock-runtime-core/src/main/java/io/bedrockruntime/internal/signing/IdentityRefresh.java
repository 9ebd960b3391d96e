package io.bedrockruntime.internal.signing;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Single call of a provider that all waiting callers share. A caller can cancel without
 * side effects. All state is guarded by the lock of {@link CachingIdentityProvider}.
 *
 * @param <T> the type of identity
 */
final class IdentityRefresh<T> {

	/** Time after which a provider is considered to hang. */
	static final Duration HANG_TIMEOUT = Duration.ofSeconds(30);

	private static final int MAX_DOUBLINGS = 10;

	private final Sinks.One<T> sink = Sinks.one();

	// Each waiting caller continues on a separate thread.
	private final Mono<T> result = this.sink.asMono().publishOn(Schedulers.parallel());

	private final long number;

	private final @Nullable Predicate<T> rejected;

	private int attempt;

	private long startedAt;

	private boolean completed;

	private @Nullable Disposable task;

	/**
	 * Create an instance.
	 * @param number the number of the refresh
	 * @param rejected matches the identity that the service has rejected, or {@code null}
	 * if the refresh is not the replacement of a rejected identity
	 */
	IdentityRefresh(long number, @Nullable Predicate<T> rejected) {
		this.number = number;
		this.rejected = rejected;
	}

	long number() {
		return this.number;
	}

	boolean isReplacement() {
		return this.rejected != null;
	}

	/**
	 * Return whether this refresh should have replaced an identity and did not.
	 * @param identity the resolved identity, if any
	 */
	boolean isFutile(@Nullable T identity) {
		return this.rejected != null && (identity == null || this.rejected.test(identity));
	}

	/**
	 * Return whether the provider seems to hang. The allowed time doubles with each
	 * attempt, so that a provider which never responds does not occupy more and more
	 * threads.
	 */
	boolean hangs(long now) {
		return now - this.startedAt >= HANG_TIMEOUT.toNanos() << Math.min(this.attempt - 1, MAX_DOUBLINGS);
	}

	/**
	 * Start an attempt, which replaces a previous one that hangs.
	 * @param now the time in nanoseconds
	 * @return the number of the attempt
	 */
	int startAttempt(long now) {
		stop();
		this.startedAt = now;
		return ++this.attempt;
	}

	void task(Disposable task) {
		this.task = task;
	}

	/**
	 * Complete the refresh, if it is not complete yet and an attempt has resolved an
	 * identity, or the latest attempt has failed.
	 * @param attempt the number of the attempt that ended
	 * @param resolved whether it resolved an identity
	 * @return whether this call has completed the refresh
	 */
	boolean complete(int attempt, boolean resolved) {
		boolean latest = attempt == this.attempt;
		if (this.completed || (!resolved && !latest)) {
			return false;
		}
		this.completed = true;
		if (!latest) {
			stop();
		}
		this.task = null;
		return true;
	}

	private void stop() {
		if (this.task != null) {
			this.task.dispose();
			this.task = null;
		}
	}

	Mono<T> result() {
		return this.result;
	}

	/**
	 * Emit the result to the waiting callers, without the lock. Only for the thread that
	 * has completed the refresh.
	 */
	void emit(T identity) {
		this.sink.tryEmitValue(identity);
	}

	/**
	 * Emit the result to the waiting callers, without the lock. Only for the thread that
	 * has completed the refresh.
	 */
	void emitError(Throwable failure) {
		// Reactor would throw virtual machine errors instead of emitting them.
		this.sink.tryEmitError((failure instanceof Error) ? new CompletionException(failure) : failure);
	}

}
