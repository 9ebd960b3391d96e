package io.bedrockruntime.internal.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Virtual clock that changes only when a test advances it.
 */
final class TestClock extends Clock {

	static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

	private volatile Instant now = START;

	void advance(Duration time) {
		this.now = this.now.plus(time);
	}

	long nanoTime() {
		return Duration.between(START, this.now).toNanos();
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
