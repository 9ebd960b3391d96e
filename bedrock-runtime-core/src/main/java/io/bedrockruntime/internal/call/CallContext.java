package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.internal.PublisherOperators;
import io.bedrockruntime.internal.observe.CallObservation;
import io.bedrockruntime.internal.operation.OperationCall;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.Assert;
import org.springframework.util.IdGenerator;

/**
 * State of one call, shared by its stages and by all its attempts at all targets.
 *
 * @param <P> {@code Mono} or {@code Flux}
 */
final class CallContext<P extends Publisher<?>> {

	private static final IdGenerator IDS = new AlternativeJdkIdGenerator();

	private final Scheduler scheduler = Schedulers.parallel();

	private final String invocationId = IDS.generateId().toString();

	private final ResponseType<P> responseType;

	private final List<Throwable> failures = new ArrayList<>();

	private OperationCall<?> request;

	private CallObservation observation = CallObservation.NONE;

	private volatile @Nullable Timeouts timeouts;

	private volatile long started;

	private volatile @Nullable TargetAttempts targetAttempts;

	private volatile int attempts;

	CallContext(OperationCall<?> request, ResponseType<P> responseType) {
		this.request = request;
		this.responseType = responseType;
	}

	ResponseType<P> responseType() {
		return this.responseType;
	}

	PublisherOperators<P> operators() {
		return this.responseType.operators();
	}

	OperationCall<?> request() {
		return this.request;
	}

	/**
	 * Replace the request, before the first target is chosen.
	 */
	void replaceRequest(OperationCall<?> request) {
		this.request = request;
	}

	/**
	 * Return the AWS name of the operation.
	 */
	String operation() {
		return this.request.name();
	}

	CallObservation observation() {
		return this.observation;
	}

	void observedBy(CallObservation observation) {
		this.observation = observation;
	}

	/**
	 * Start the call timeout.
	 */
	void begin(Timeouts timeouts) {
		this.timeouts = timeouts;
		this.started = this.scheduler.now(TimeUnit.NANOSECONDS);
	}

	Timeouts timeouts() {
		Timeouts timeouts = this.timeouts;
		Assert.state(timeouts != null, "The call has not begun");
		return timeouts;
	}

	/**
	 * Return the attempts at the current target.
	 */
	TargetAttempts targetAttempts() {
		TargetAttempts attempts = this.targetAttempts;
		Assert.state(attempts != null, "No target has been chosen");
		return attempts;
	}

	/**
	 * Move the call to a target.
	 */
	void moveTo(TargetAttempts attempts) {
		this.targetAttempts = attempts;
		this.observation.movedTo(attempts.target().region(), attempts.target().endpoint());
	}

	/**
	 * Return the id that all attempts of the call send.
	 */
	String invocationId() {
		return this.invocationId;
	}

	/**
	 * Return the scheduler of the call's timeouts and pauses.
	 */
	Scheduler scheduler() {
		return this.scheduler;
	}

	/**
	 * Record a further attempt, of which there is one at a time.
	 */
	void attempt() {
		this.attempts++;
		this.observation.attempted(this.attempts);
	}

	/**
	 * Return the number of attempts so far.
	 */
	int attempts() {
		return this.attempts;
	}

	/**
	 * Record that another attempt will be made at the same target.
	 */
	void retried() {
		this.observation.retried();
	}

	/**
	 * Return the time until the call timeout expires.
	 * @return the time, which may be negative, or {@code null} if there is no timeout
	 */
	@Nullable Duration timeLeft() {
		Duration limit = timeouts().call();
		return (limit != null) ? limit.minusNanos(this.scheduler.now(TimeUnit.NANOSECONDS) - this.started) : null;
	}

	/**
	 * Return the failure of a call whose timeout has expired.
	 */
	CallTimeoutException timedOut() {
		return new CallTimeoutException(operation() + " failed: it took longer than " + timeouts().call(), null);
	}

	/**
	 * Record a failure that does not end the call.
	 */
	void addFailure(Throwable failure) {
		this.failures.add(failure);
	}

	/**
	 * Add the earlier failures to the one that ends the call.
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
