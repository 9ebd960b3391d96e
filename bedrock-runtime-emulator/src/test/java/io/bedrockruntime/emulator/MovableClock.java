package io.bedrockruntime.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is moved on; it begins with the time that the AWS
 * SDK signs with.
 */
final class MovableClock extends Clock {

	private volatile Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());

	void moveOn(Duration duration) {
		this.now = this.now.plus(duration);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
