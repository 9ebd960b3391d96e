package io.bedrockruntime.eventstream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.bedrockruntime.exception.BedrockRuntimeTimeoutException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Timer for the timeouts of one stream. Events only record the time. A single task checks
 * whether a timeout has expired and reschedules itself for the remaining time, so that an
 * event causes no rescheduling.
 */
final class EventStreamTimer {

	/**
	 * Maximum time between the last message of the stream and the end of the HTTP body.
	 */
	private static final Duration GRACE_PERIOD = Duration.ofSeconds(2);

	private final EventStreamTimeouts timeouts;

	private final Consumer<BedrockRuntimeTimeoutException> onTimeout;

	private final Scheduler scheduler = Schedulers.parallel();

	private final Disposable.Swap task = Disposables.swap();

	private final long startedAt = now();

	private volatile long waitingSince = this.startedAt;

	private volatile boolean waiting;

	private volatile @Nullable Duration limit;

	private volatile boolean firstMessageReceived;

	EventStreamTimer(EventStreamTimeouts timeouts, Consumer<BedrockRuntimeTimeoutException> onTimeout) {
		this.timeouts = timeouts;
		this.onTimeout = onTimeout;
		this.limit = timeouts.response();
	}

	void start() {
		check();
	}

	void stop() {
		this.task.dispose();
	}

	/**
	 * Record that the stream waits for bytes. A wait that has already started continues:
	 * a partial message does not restart the timeout.
	 */
	void waiting() {
		if (!this.waiting) {
			if (this.firstMessageReceived) {
				this.waitingSince = now();
			}
			this.waiting = true;
		}
	}

	/**
	 * Record that a message was received.
	 */
	void message() {
		// Read before the write, because a volatile write costs about 7 ns per message,
		// and one wait may yield many messages.
		if (this.waiting) {
			this.waiting = false;
		}
		if (!this.firstMessageReceived) {
			this.firstMessageReceived = true;
			this.limit = this.timeouts.idle();
			check();
		}
	}

	/**
	 * Record that the last message of the stream was received.
	 */
	void complete() {
		this.limit = GRACE_PERIOD;
		check();
	}

	private void check() {
		long now = now();
		long next = Long.MAX_VALUE;
		Duration call = this.timeouts.call();
		if (call != null) {
			long left = call.toNanos() - (now - this.startedAt);
			if (left <= 0) {
				this.onTimeout.accept(new CallTimeoutException("Call took longer than " + call, null));
				return;
			}
			next = left;
		}
		Duration limit = this.limit;
		if (limit != null) {
			long left = this.waiting ? limit.toNanos() - (now - this.waitingSince) : limit.toNanos();
			if (left <= 0) {
				this.onTimeout.accept(timeout(limit));
				return;
			}
			next = Math.min(next, left);
		}
		if (next != Long.MAX_VALUE && !this.task.isDisposed()) {
			this.task.update(this.scheduler.schedule(this::check, next, TimeUnit.NANOSECONDS));
		}
	}

	private long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

	private BedrockRuntimeTimeoutException timeout(Duration limit) {
		return this.firstMessageReceived ? new IdleTimeoutException("Event stream had no message for " + limit, null)
				: new ResponseTimeoutException("No event was received within " + limit, null);
	}

}
