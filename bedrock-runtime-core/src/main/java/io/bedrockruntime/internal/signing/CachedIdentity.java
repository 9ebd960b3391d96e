package io.bedrockruntime.internal.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.identity.spi.Identity;

/**
 * Identity that was resolved last, and the time until which it may be used.
 *
 * @param <T> the type of identity
 * @param identity the identity
 * @param result the identity as a {@code Mono}
 * @param expiration when it expires; without an expiration it is not used again
 * @param refreshAt when to start the next refresh, while this identity is still used
 * @param refreshNumber the number of the refresh that resolved it
 * @param resolvedAt when it was resolved
 */
record CachedIdentity<T extends Identity>(T identity, Mono<T> result, @Nullable Instant expiration, Instant refreshAt,
		long refreshNumber, Instant resolvedAt) {

	private static final Duration MAX_AHEAD = Duration.ofMinutes(5);

	private static final int LIFETIME_PARTS = 5;

	static <T extends Identity> CachedIdentity<T> of(T identity, Instant now, long refreshNumber) {
		Instant expiration = identity.expirationTime().orElse(null);
		Instant refreshAt = (expiration != null) ? refreshAt(now, expiration) : now;
		return new CachedIdentity<>(identity, Mono.just(identity), expiration, refreshAt, refreshNumber, now);
	}

	/**
	 * Return when to start the next refresh. The time is randomized, so that not all
	 * clients refresh at once. A client that received the same identity again does not
	 * refresh immediately.
	 */
	private static Instant refreshAt(Instant now, Instant expiration) {
		Duration part = Duration.between(now, expiration).dividedBy(LIFETIME_PARTS);
		long ahead = ((part.compareTo(MAX_AHEAD) < 0) ? part : MAX_AHEAD).toMillis();
		return (ahead > 0) ? expiration.minusMillis(ahead + ThreadLocalRandom.current().nextLong(ahead / 2 + 1))
				: expiration;
	}

	/**
	 * Return a copy with a later refresh.
	 */
	CachedIdentity<T> postponed(Instant now) {
		return (this.expiration != null) ? new CachedIdentity<>(this.identity, this.result, this.expiration,
				refreshAt(now, this.expiration), this.refreshNumber, this.resolvedAt) : this;
	}

	/**
	 * Return a copy that is not used again.
	 */
	CachedIdentity<T> invalidated() {
		return new CachedIdentity<>(this.identity, this.result, null, this.refreshAt, this.refreshNumber,
				this.resolvedAt);
	}

	boolean isUsable(Instant now) {
		return this.expiration != null && now.isBefore(this.expiration);
	}

	boolean isRefreshDue(Instant now) {
		return !now.isBefore(this.refreshAt);
	}

	@Override
	public String toString() {
		return "CachedIdentity[expiration=" + this.expiration + "]";
	}

}
