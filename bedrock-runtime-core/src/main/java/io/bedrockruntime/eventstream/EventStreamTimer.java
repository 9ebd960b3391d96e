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
 * Watch over one stream's clocks. Events only note the time; a single task looks now and
 * then whether a clock has run out and sleeps for what is left of it, so that an event
 * costs no rescheduling.
 */
final class EventStreamTimer {

	/** How long the end of the HTTP body may lag behind the stream's own last message. */
	private static final Duration GRACE = Duration.ofSeconds(2);

	private final EventStreamTimeouts clocks;

	private final Consumer<BedrockRuntimeTimeoutException> expired;

	private final Scheduler scheduler = Schedulers.parallel();

	private final Disposable.Swap task = Disposables.swap();

	private final long started = now();

	private volatile long since = this.started;

	private volatile boolean waiting;

	private volatile @Nullable Duration limit;

	private volatile boolean begun;

	EventStreamTimer(EventStreamTimeouts clocks, Consumer<BedrockRuntimeTimeoutException> expired) {
		this.clocks = clocks;
		this.expired = expired;
		this.limit = clocks.response();
	}

	void start() {
		check();
	}

	void stop() {
		this.task.dispose();
	}

	/**
	 * Note that bytes are waited for. The clock goes on from where it started if it was
	 * running already: half a message does not wind it up again.
	 */
	void waiting() {
		if (!this.waiting) {
			if (this.begun) {
				this.since = now();
			}
			this.waiting = true;
		}
	}

	/**
	 * Note that a message came.
	 */
	void message() {
		// Looked at first, as to write it costs some 7 ns a message, and there are many
		// in
		// what was waited for once.
		if (this.waiting) {
			this.waiting = false;
		}
		if (!this.begun) {
			this.begun = true;
			this.limit = this.clocks.idle();
			check();
		}
	}

	/**
	 * Note that the stream's own last message came.
	 */
	void complete() {
		this.limit = GRACE;
		check();
	}

	private void check() {
		long now = now();
		long next = Long.MAX_VALUE;
		Duration call = this.clocks.call();
		if (call != null) {
			long left = call.toNanos() - (now - this.started);
			if (left <= 0) {
				this.expired.accept(new CallTimeoutException("Call took longer than " + call, null));
				return;
			}
			next = left;
		}
		Duration limit = this.limit;
		if (limit != null) {
			long left = this.waiting ? limit.toNanos() - (now - this.since) : limit.toNanos();
			if (left <= 0) {
				this.expired.accept(timeout(limit));
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
		return this.begun ? new IdleTimeoutException("Event stream was silent for " + limit, null)
				: new ResponseTimeoutException("No event came within " + limit, null);
	}

}
