package io.bedrockruntime.emulator.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * {@link Clock} that a test moves; it begins with the time that the AWS SDK signs with.
 */
public final class MovableClock extends Clock {

	private volatile Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());

	public void moveOn(Duration duration) {
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
