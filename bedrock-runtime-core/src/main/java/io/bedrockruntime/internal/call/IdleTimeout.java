package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Clock of the silence between reads. A read only notes the time; the one task looks now
 * and then, and sleeps for what is left.
 */
final class IdleTimeout {

	private final long limit;

	private final Runnable expired;

	private final Scheduler scheduler = Schedulers.parallel();

	private final Disposable.Swap task = Disposables.swap();

	private volatile long since = now();

	IdleTimeout(Duration limit, Runnable expired) {
		this.limit = limit.toNanos();
		this.expired = expired;
	}

	void start() {
		check();
	}

	void read() {
		this.since = now();
	}

	void stop() {
		this.task.dispose();
	}

	private void check() {
		long left = this.limit - (now() - this.since);
		if (left <= 0) {
			this.expired.run();
		}
		else if (!this.task.isDisposed()) {
			this.task.update(this.scheduler.schedule(this::check, left, TimeUnit.NANOSECONDS));
		}
	}

	private long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

}
