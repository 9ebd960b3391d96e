package io.bedrockruntime.internal;

import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Deadline that can be moved while a task waits for it. Moving the deadline only stores a
 * time. The task runs when the deadline could have expired, and is scheduled again for
 * the remaining time, so that events do not reschedule anything.
 */
public abstract class RescheduledDeadline {

	/** Remaining time if there is no deadline. */
	protected static final long NONE = Long.MAX_VALUE;

	private final Scheduler scheduler = Schedulers.parallel();

	private final Disposable.Swap task = Disposables.swap();

	/**
	 * Check the deadline now, and again when it could have expired. Must be called at the
	 * start and whenever the deadline is moved to an earlier time.
	 */
	public final void check() {
		long left = timeLeft(now());
		if (left <= 0) {
			expired();
		}
		else if (left != NONE && !this.task.isDisposed()) {
			this.task.update(this.scheduler.schedule(this::check, left, TimeUnit.NANOSECONDS));
		}
	}

	/**
	 * Stop. A check that is running may still expire.
	 */
	public final void stop() {
		this.task.dispose();
	}

	/**
	 * Return the current time.
	 * @return the time of the scheduler in nanoseconds
	 */
	protected final long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Return the remaining time.
	 * @param now the current time
	 * @return nanoseconds, not positive if the deadline has expired, {@link #NONE} if
	 * there is none
	 */
	protected abstract long timeLeft(long now);

	/**
	 * Handle the expired deadline. May be called more than once.
	 */
	protected abstract void expired();

}
