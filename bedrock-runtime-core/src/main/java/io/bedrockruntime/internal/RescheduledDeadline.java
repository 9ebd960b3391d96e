package io.bedrockruntime.internal;

import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Deadline that moves while it is waited for. Moving it only notes a time; one task wakes
 * up when the deadline could have expired, and sleeps again for what is left, so that an
 * event does not have to reschedule anything.
 */
public abstract class RescheduledDeadline {

	/** Time left if there is no deadline. */
	protected static final long NONE = Long.MAX_VALUE;

	private final Scheduler scheduler = Schedulers.parallel();

	private final Disposable.Swap task = Disposables.swap();

	/**
	 * Check the deadline now, and again when it could have expired. To be called at the
	 * start and whenever the deadline becomes an earlier one.
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
	 * Stop. What runs at this moment may still expire.
	 */
	public final void stop() {
		this.task.dispose();
	}

	/**
	 * Return the current time.
	 * @return nanoseconds of the scheduler's clock
	 */
	protected final long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Return the time that is left.
	 * @param now the current time
	 * @return nanoseconds, not positive if the deadline has expired, {@link #NONE} if
	 * there is none
	 */
	protected abstract long timeLeft(long now);

	/**
	 * Handle the end of the time. May be called more than once.
	 */
	protected abstract void expired();

}
