package io.bedrockruntime.internal.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.identity.RefreshableIdentityProvider;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.identity.spi.Identity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * An identity that many wait for and one asks for. What has an expiration time is kept
 * until then and replaced ahead of it; what has none is asked for again and again, as its
 * provider alone knows how long it lasts. A failure is told to all who wait and not kept.
 *
 * @param <T> the type of identity
 */
final class CachingIdentityProvider<T extends Identity> {

	/**
	 * How long a provider is left in peace that knows no better than what was refused.
	 */
	static final Duration PAUSE = Duration.ofSeconds(10);

	private static final Mono<Boolean> OTHER = Mono.just(true);

	private static final Mono<Boolean> SAME = Mono.just(false);

	private static final Log logger = LogFactory.getLog(CachingIdentityProvider.class);

	private final IdentitySource<T> source;

	private final Clock clock;

	private final LongSupplier nanoTime;

	private final Object lock = new Object();

	private volatile @Nullable CachedIdentity<T> held;

	private @Nullable IdentityRefresh<T> flight;

	private long flights;

	private @Nullable Long lastInVain;

	/**
	 * Create an instance.
	 * @param source where the identity comes from
	 * @param clock the clock that tells what has expired
	 * @param nanoTime the clock that tells how long something takes
	 */
	CachingIdentityProvider(IdentitySource<T> source, Clock clock, LongSupplier nanoTime) {
		this.source = source;
		this.clock = clock;
		this.nanoTime = nanoTime;
	}

	Mono<T> resolve() {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			CachedIdentity<T> held = this.held;
			if (held == null || !held.isUsable(now)) {
				return awaited(now);
			}
			if (held.isDue(now)) {
				askAhead(now);
			}
			return held.result();
		});
	}

	/**
	 * Return what was had last, be it usable or not.
	 */
	@Nullable CachedIdentity<T> held() {
		return this.held;
	}

	private Mono<T> awaited(Instant now) {
		synchronized (this.lock) {
			CachedIdentity<T> held = this.held;
			return (held != null && held.isUsable(now)) ? held.result() : board(null).answer();
		}
	}

	private void askAhead(Instant now) {
		synchronized (this.lock) {
			CachedIdentity<T> held = this.held;
			if (held != null && held.isDue(now)) {
				try {
					board(null);
				}
				catch (RejectedExecutionException ex) {
					// The identity at hand is as good for now.
				}
			}
		}
	}

	/**
	 * Have the identity that the service has refused replaced by another one, if it was
	 * not replaced already. However many were refused, one asks.
	 * @param refused tells the identity that was refused
	 * @return whether there is another one now
	 */
	Mono<Boolean> replace(Predicate<T> refused) {
		return Mono.defer(() -> {
			synchronized (this.lock) {
				CachedIdentity<T> held = this.held;
				if (held != null && !refused.test(held.identity())) {
					return OTHER;
				}
				if (isInVain()) {
					return SAME;
				}
				if (held != null) {
					this.held = held.dropped();
				}
				return board(refused).answer().map((identity) -> !refused.test(identity));
			}
		}).onErrorReturn(false);
	}

	private boolean isInVain() {
		Long last = this.lastInVain;
		return last != null && this.nanoTime.getAsLong() - last < PAUSE.toNanos();
	}

	/**
	 * Join the flight that is under way, or begin one.
	 * @param refused tells the identity that the one under way must not just repeat
	 */
	private IdentityRefresh<T> board(@Nullable Predicate<T> refused) {
		IdentityRefresh<T> flight = this.flight;
		if (flight == null || (refused != null && !flight.replaces())) {
			flight = new IdentityRefresh<>(++this.flights, refused);
			depart(flight);
			this.flight = flight;
		}
		else if (flight.hangs(this.nanoTime.getAsLong())) {
			depart(flight);
		}
		return flight;
	}

	private void depart(IdentityRefresh<T> flight) {
		int attempt = flight.begin(this.nanoTime.getAsLong());
		flight.running(Schedulers.boundedElastic().schedule(() -> ask(flight, attempt)));
	}

	private void ask(IdentityRefresh<T> flight, int attempt) {
		long asked = this.nanoTime.getAsLong();
		IdentityProvider<? extends T> provider = this.source.provider();
		try {
			if (flight.replaces() && provider instanceof RefreshableIdentityProvider<?> refreshable) {
				refreshable.invalidate();
			}
			provider.resolveIdentity()
				.whenComplete((identity, failure) -> land(flight, attempt, asked, identity, failure));
		}
		catch (Throwable ex) {
			// Of any kind: a missing module of the AWS SDK is a linkage error, and
			// whoever
			// waits would do so for ever.
			land(flight, attempt, asked, null, ex);
		}
	}

	private void land(IdentityRefresh<T> flight, int attempt, long asked, @Nullable T identity,
			@Nullable Throwable failure) {
		Duration duration = Duration.ofNanos(this.nanoTime.getAsLong() - asked);
		if (identity == null) {
			this.source.answered(null, duration);
			fail(flight, attempt, (failure != null) ? failure
					: new CredentialsException("The provider has no " + this.source.what(), null));
			return;
		}
		try {
			this.source.check().accept(identity);
		}
		catch (RuntimeException ex) {
			this.source.answered(null, duration);
			fail(flight, attempt, ex);
			return;
		}
		this.source.answered(identity, duration);
		synchronized (this.lock) {
			if (!end(flight, attempt, identity)) {
				return;
			}
			CachedIdentity<T> held = this.held;
			if (held == null || held.flight() < flight.number()) {
				this.held = CachedIdentity.of(identity, this.clock.instant(), flight.number());
			}
		}
		flight.tell(identity);
	}

	private void fail(IdentityRefresh<T> flight, int attempt, Throwable failure) {
		boolean stillUsable;
		synchronized (this.lock) {
			if (!end(flight, attempt, null)) {
				return;
			}
			Instant now = this.clock.instant();
			CachedIdentity<T> held = this.held;
			stillUsable = held != null && held.isUsable(now);
			if (held != null) {
				this.held = held.postponed(now);
			}
		}
		if (stillUsable || flight.replaces()) {
			logger.warn("No new " + this.source.what() + " could be had (" + failure.getClass().getName() + "), "
					+ (stillUsable ? "and those at hand are used until they expire"
							: "and the service refuses those at hand"));
		}
		flight.tell(failure);
	}

	private boolean end(IdentityRefresh<T> flight, int attempt, @Nullable T identity) {
		if (!flight.end(attempt, identity != null)) {
			return false;
		}
		if (this.flight == flight) {
			this.flight = null;
		}
		if (flight.isInVain(identity)) {
			this.lastInVain = this.nanoTime.getAsLong();
		}
		return true;
	}

}
