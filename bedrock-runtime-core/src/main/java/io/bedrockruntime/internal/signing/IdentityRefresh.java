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
 * One question to a provider, and all who wait for its answer. Whoever stops to wait
 * leaves nothing behind. All else is guarded by the lock of
 * {@link CachingIdentityProvider}.
 *
 * @param <T> the type of identity
 */
final class IdentityRefresh<T> {

	/** More than a provider needs, unless it hangs. */
	static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int MAX_DOUBLINGS = 10;

	private final Sinks.One<T> sink = Sinks.one();

	// Each who waits goes on in a thread of its own.
	private final Mono<T> answer = this.sink.asMono().publishOn(Schedulers.parallel());

	private final long number;

	private final @Nullable Predicate<T> refused;

	private int attempt;

	private long started;

	private boolean over;

	private @Nullable Disposable running;

	/**
	 * Create an instance.
	 * @param number the number of the flight
	 * @param refused tells the identity that the service has refused and that is to be
	 * replaced, if that is why the provider is asked
	 */
	IdentityRefresh(long number, @Nullable Predicate<T> refused) {
		this.number = number;
		this.refused = refused;
	}

	long number() {
		return this.number;
	}

	boolean replaces() {
		return this.refused != null;
	}

	/**
	 * Return whether this was to replace an identity and did not.
	 * @param identity the answer, if there is one
	 */
	boolean isInVain(@Nullable T identity) {
		return this.refused != null && (identity == null || this.refused.test(identity));
	}

	/**
	 * Return whether the provider seems to hang. It is given more time each time, so that
	 * one which never answers does not get hold of thread after thread.
	 */
	boolean hangs(long now) {
		return now - this.started >= PATIENCE.toNanos() << Math.min(this.attempt - 1, MAX_DOUBLINGS);
	}

	/**
	 * Begin to ask, or to ask anew in place of what hangs.
	 * @param now the time in nanoseconds
	 * @return the number of the attempt
	 */
	int begin(long now) {
		stop();
		this.started = now;
		return ++this.attempt;
	}

	void running(Disposable running) {
		this.running = running;
	}

	/**
	 * End the flight, if it has not ended yet and an attempt has an answer, or none will.
	 * @param attempt the number of the attempt that is over
	 * @param answered whether it has an answer
	 * @return whether the flight ends here
	 */
	boolean end(int attempt, boolean answered) {
		boolean latest = attempt == this.attempt;
		if (this.over || (!answered && !latest)) {
			return false;
		}
		this.over = true;
		if (!latest) {
			stop();
		}
		this.running = null;
		return true;
	}

	private void stop() {
		if (this.running != null) {
			this.running.dispose();
			this.running = null;
		}
	}

	Mono<T> answer() {
		return this.answer;
	}

	/**
	 * Tell those who wait, without the lock. Only for the one who has ended the flight.
	 */
	void tell(T identity) {
		this.sink.tryEmitValue(identity);
	}

	/**
	 * Tell those who wait, without the lock. Only for the one who has ended the flight.
	 */
	void tell(Throwable failure) {
		// Reactor throws errors of the virtual machine past those who wait.
		this.sink.tryEmitError((failure instanceof Error) ? new CompletionException(failure) : failure);
	}

}
