package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.internal.observe.CallObservation;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;

/**
 * What all attempts of one call share, wherever they go.
 */
final class CallContext {

	private static final IdGenerator IDS = new AlternativeJdkIdGenerator();

	private final Scheduler clock = Schedulers.parallel();

	private final long started = this.clock.now(TimeUnit.NANOSECONDS);

	private final String invocationId = IDS.generateId().toString();

	private final String operation;

	private final Timeouts timeouts;

	private final CallObservation observation;

	private final List<Throwable> failures = new ArrayList<>();

	private volatile int attempts;

	CallContext(String operation, Timeouts timeouts, CallObservation observation) {
		this.operation = operation;
		this.timeouts = timeouts;
		this.observation = observation;
	}

	String operation() {
		return this.operation;
	}

	String invocationId() {
		return this.invocationId;
	}

	Timeouts timeouts() {
		return this.timeouts;
	}

	/**
	 * Return what watches this.
	 */
	CallObservation observation() {
		return this.observation;
	}

	/** Where the clocks and pauses of the call run. */
	Scheduler clock() {
		return this.clock;
	}

	/**
	 * Take note of a further attempt, of which there is one at a time.
	 */
	void attempt() {
		this.attempts++;
		this.observation.attempted(this.attempts);
	}

	/**
	 * Return how many attempts were made so far.
	 */
	int attempts() {
		return this.attempts;
	}

	/**
	 * Take note that another attempt will be made in the same place.
	 */
	void retried() {
		this.observation.retried();
	}

	/**
	 * Return what is left of the call's time.
	 * @return the rest, which may be negative, or {@code null} if there is no limit
	 */
	@Nullable Duration timeLeft() {
		Duration limit = this.timeouts.call();
		return (limit != null) ? limit.minusNanos(this.clock.now(TimeUnit.NANOSECONDS) - this.started) : null;
	}

	CallTimeoutException outOfTime() {
		return new CallTimeoutException(this.operation + " failed: it took longer than " + this.timeouts.call(), null);
	}

	/**
	 * Take note of a failure that does not end the call.
	 */
	void survived(Throwable failure) {
		this.failures.add(failure);
	}

	/**
	 * Make a failure tell those before it.
	 */
	<T extends Throwable> T end(T failure) {
		for (Throwable earlier : this.failures) {
			if (earlier != failure) {
				failure.addSuppressed(earlier);
			}
		}
		this.failures.clear();
		return failure;
	}

}
