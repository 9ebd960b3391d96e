package io.bedrockruntime.internal.call;

import java.time.Duration;

import io.bedrockruntime.internal.RescheduledDeadline;

/**
 * Timeout between two reads of a body.
 */
final class IdleTimeout extends RescheduledDeadline {

	private final long limit;

	private final Runnable onTimeout;

	private volatile long since = now();

	IdleTimeout(Duration limit, Runnable onTimeout) {
		this.limit = limit.toNanos();
		this.onTimeout = onTimeout;
	}

	/**
	 * Record a read.
	 */
	void read() {
		this.since = now();
	}

	@Override
	protected long timeLeft(long now) {
		return this.limit - (now - this.since);
	}

	@Override
	protected void expired() {
		this.onTimeout.run();
	}

}
