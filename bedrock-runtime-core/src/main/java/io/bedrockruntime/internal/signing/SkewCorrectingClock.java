package io.bedrockruntime.internal.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Clock that dates signatures. It is this machine's until the service refuses a signature
 * for its date, and then the service's, as its answer tells it.
 */
final class SkewCorrectingClock extends Clock {

	/**
	 * How far the dates of a request and its refusal are apart at least, if the refusal
	 * does not say that it is for the date. The AWS SDK for Java has the same.
	 */
	private static final Duration SUSPICIOUS = Duration.ofMinutes(4);

	/** No service is as strict as to refuse a signature for less. */
	private static final Duration TOLERANCE = Duration.ofMinutes(1);

	private final Clock clock;

	private volatile Duration offset = Duration.ZERO;

	SkewCorrectingClock(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Take note of a refusal.
	 * @return whether a signature of now has a date that really differs from the one that
	 * was refused
	 */
	boolean correct(SigningRejection refusal) {
		if (!refusal.mayBeForDate()) {
			return false;
		}
		Instant signed = refusal.signed();
		Instant answered = refusal.answered();
		if (signed == null || answered == null) {
			return false;
		}
		if (areApart(signed, answered, refusal.isForDate() ? TOLERANCE : SUSPICIOUS)) {
			// Unless another call has done so already.
			if (areApart(instant(), answered, TOLERANCE)) {
				this.offset = Duration.between(this.clock.instant(), answered);
			}
		}
		else if (!refusal.isForDate()) {
			return false;
		}
		else if (!areApart(signed, instant(), TOLERANCE)) {
			// The service does not want the date that its own answer has, which must be
			// of somebody else, such as a proxy. It is not worth another attempt, but
			// the next call is not to suffer from it.
			this.offset = Duration.ZERO;
			return false;
		}
		return areApart(signed, instant(), TOLERANCE);
	}

	private static boolean areApart(Instant one, Instant other, Duration least) {
		return Duration.between(one, other).abs().compareTo(least) >= 0;
	}

	@Override
	public Instant instant() {
		return this.clock.instant().plus(this.offset);
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("Signatures have dates in UTC");
	}

}
