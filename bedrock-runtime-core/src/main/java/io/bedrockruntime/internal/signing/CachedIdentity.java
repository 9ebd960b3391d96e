package io.bedrockruntime.internal.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.identity.spi.Identity;

/**
 * The identity that was had last, and how long it may be used without asking.
 *
 * @param <T> the type of identity
 * @param identity the identity
 * @param result the identity as it is handed out
 * @param expiration when it expires; without that, it is not used again
 * @param due when to ask for the next one, while this one is still used
 * @param flight the number of the flight that brought it
 * @param resolvedAt when it came
 */
record CachedIdentity<T extends Identity>(T identity, Mono<T> result, @Nullable Instant expiration, Instant due,
		long flight, Instant resolvedAt) {

	private static final Duration AHEAD = Duration.ofMinutes(5);

	private static final int PARTS = 5;

	static <T extends Identity> CachedIdentity<T> of(T identity, Instant now, long flight) {
		Instant expiration = identity.expirationTime().orElse(null);
		Instant due = (expiration != null) ? due(now, expiration) : now;
		return new CachedIdentity<>(identity, Mono.just(identity), expiration, due, flight, now);
	}

	/**
	 * Return when to ask for the next one. Not all clients do it at once, and whoever got
	 * the same one again does not ask right away.
	 */
	private static Instant due(Instant now, Instant expiration) {
		Duration part = Duration.between(now, expiration).dividedBy(PARTS);
		long ahead = ((part.compareTo(AHEAD) < 0) ? part : AHEAD).toMillis();
		return (ahead > 0) ? expiration.minusMillis(ahead + ThreadLocalRandom.current().nextLong(ahead / 2 + 1))
				: expiration;
	}

	/**
	 * Return the same, which is not replaced before some more time has passed.
	 */
	CachedIdentity<T> postponed(Instant now) {
		return (this.expiration != null) ? new CachedIdentity<>(this.identity, this.result, this.expiration,
				due(now, this.expiration), this.flight, this.resolvedAt) : this;
	}

	/**
	 * Return the same, which is not used again.
	 */
	CachedIdentity<T> dropped() {
		return new CachedIdentity<>(this.identity, this.result, null, this.due, this.flight, this.resolvedAt);
	}

	boolean isUsable(Instant now) {
		return this.expiration != null && now.isBefore(this.expiration);
	}

	boolean isDue(Instant now) {
		return !now.isBefore(this.due);
	}

	@Override
	public String toString() {
		return "CachedIdentity[expiration=" + this.expiration + "]";
	}

}
