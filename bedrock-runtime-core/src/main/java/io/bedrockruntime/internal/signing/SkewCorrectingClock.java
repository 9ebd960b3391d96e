package io.bedrockruntime.internal.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Signing clock, which corrects clock skew. It has the time of this machine until the
 * service rejects a signature because of its date, and from then on the time of the
 * service, taken from the service's response.
 */
final class SkewCorrectingClock extends Clock {

	/**
	 * Minimum difference between the dates of a request and its rejection for a
	 * correction, if the error does not name the date as its reason. The AWS SDK for Java
	 * has the same limit.
	 */
	private static final Duration SUSPICIOUS_DIFFERENCE = Duration.ofMinutes(4);

	/** No service rejects a signature for a smaller difference. */
	private static final Duration TOLERANCE = Duration.ofMinutes(1);

	private final Clock clock;

	private volatile Duration offset = Duration.ZERO;

	SkewCorrectingClock(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Correct the skew after a rejection.
	 * @return whether a new signature has a date that differs significantly from the
	 * rejected one
	 */
	boolean correct(SigningRejection rejection) {
		if (!rejection.mayConcernDate()) {
			return false;
		}
		Instant signatureDate = rejection.signatureDate();
		Instant responseDate = rejection.responseDate();
		if (signatureDate == null || responseDate == null) {
			return false;
		}
		if (differ(signatureDate, responseDate, rejection.concernsDate() ? TOLERANCE : SUSPICIOUS_DIFFERENCE)) {
			// Unless another call has already corrected the skew.
			if (differ(instant(), responseDate, TOLERANCE)) {
				this.offset = Duration.between(this.clock.instant(), responseDate);
			}
		}
		else if (!rejection.concernsDate()) {
			return false;
		}
		else if (!differ(signatureDate, instant(), TOLERANCE)) {
			// The service rejected the date that a response had, so the date must be
			// from another server, such as a proxy. Another attempt is useless, but the
			// next call must not use that date.
			this.offset = Duration.ZERO;
			return false;
		}
		return differ(signatureDate, instant(), TOLERANCE);
	}

	private static boolean differ(Instant one, Instant other, Duration minimum) {
		return Duration.between(one, other).abs().compareTo(minimum) >= 0;
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
		throw new UnsupportedOperationException("The dates of signatures are in UTC");
	}

}
