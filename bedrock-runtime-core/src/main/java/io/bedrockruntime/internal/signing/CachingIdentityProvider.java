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
 * Cache of an identity, with a single concurrent call of the provider for all callers. An
 * identity with an expiration time is cached until then and refreshed ahead of it. An
 * identity without one is resolved for each call, because only its provider knows how
 * long it is valid. A failure is reported to all waiting callers and is not cached.
 *
 * @param <T> the type of identity
 */
final class CachingIdentityProvider<T extends Identity> {

	/**
	 * Minimum time before a provider is called again after it returned the rejected
	 * identity.
	 */
	static final Duration REPLACEMENT_INTERVAL = Duration.ofSeconds(10);

	private static final Mono<Boolean> REPLACED = Mono.just(true);

	private static final Mono<Boolean> NOT_REPLACED = Mono.just(false);

	private static final Log logger = LogFactory.getLog(CachingIdentityProvider.class);

	private final IdentitySource<T> source;

	private final Clock clock;

	private final LongSupplier nanoTime;

	private final Object lock = new Object();

	private volatile @Nullable CachedIdentity<T> cached;

	private @Nullable IdentityRefresh<T> refresh;

	private long refreshCount;

	private @Nullable Long lastFutileReplacement;

	/**
	 * Create an instance.
	 * @param source the source of the identity
	 * @param clock supplies the time for the expiration of identities
	 * @param nanoTime supplies the time for the measurement of durations, in nanoseconds
	 */
	CachingIdentityProvider(IdentitySource<T> source, Clock clock, LongSupplier nanoTime) {
		this.source = source;
		this.clock = clock;
		this.nanoTime = nanoTime;
	}

	Mono<T> resolve() {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			CachedIdentity<T> cached = this.cached;
			if (cached == null || !cached.isUsable(now)) {
				return cachedOrRefreshed(now);
			}
			if (cached.isRefreshDue(now)) {
				refreshAhead(now);
			}
			return cached.result();
		});
	}

	/**
	 * Return the identity that was resolved last, even if it is no longer usable.
	 */
	@Nullable CachedIdentity<T> current() {
		return this.cached;
	}

	private Mono<T> cachedOrRefreshed(Instant now) {
		synchronized (this.lock) {
			CachedIdentity<T> cached = this.cached;
			return (cached != null && cached.isUsable(now)) ? cached.result() : join(null).result();
		}
	}

	private void refreshAhead(Instant now) {
		synchronized (this.lock) {
			CachedIdentity<T> cached = this.cached;
			if (cached != null && cached.isRefreshDue(now)) {
				try {
					join(null);
				}
				catch (RejectedExecutionException ex) {
					// The cached identity is still valid.
				}
			}
		}
	}

	/**
	 * Replace the identity that the service has rejected, unless it was already replaced.
	 * The provider is called once, regardless of the number of rejected calls.
	 * @param rejected matches the rejected identity
	 * @return whether another identity is available now
	 */
	Mono<Boolean> replace(Predicate<T> rejected) {
		return Mono.defer(() -> {
			synchronized (this.lock) {
				CachedIdentity<T> cached = this.cached;
				if (cached != null && !rejected.test(cached.identity())) {
					return REPLACED;
				}
				if (isReplacementPaused()) {
					return NOT_REPLACED;
				}
				if (cached != null) {
					this.cached = cached.invalidated();
				}
				return join(rejected).result().map((identity) -> !rejected.test(identity));
			}
		}).onErrorReturn(false);
	}

	private boolean isReplacementPaused() {
		Long last = this.lastFutileReplacement;
		return last != null && this.nanoTime.getAsLong() - last < REPLACEMENT_INTERVAL.toNanos();
	}

	/**
	 * Join the current refresh, or start one.
	 * @param rejected matches the rejected identity, which the refresh must not just
	 * return again
	 */
	private IdentityRefresh<T> join(@Nullable Predicate<T> rejected) {
		IdentityRefresh<T> refresh = this.refresh;
		if (refresh == null || (rejected != null && !refresh.isReplacement())) {
			refresh = new IdentityRefresh<>(++this.refreshCount, rejected);
			start(refresh);
			this.refresh = refresh;
		}
		else if (refresh.hangs(this.nanoTime.getAsLong())) {
			start(refresh);
		}
		return refresh;
	}

	private void start(IdentityRefresh<T> refresh) {
		int attempt = refresh.startAttempt(this.nanoTime.getAsLong());
		refresh.task(Schedulers.boundedElastic().schedule(() -> callProvider(refresh, attempt)));
	}

	private void callProvider(IdentityRefresh<T> refresh, int attempt) {
		long startedAt = this.nanoTime.getAsLong();
		IdentityProvider<? extends T> provider = this.source.provider();
		try {
			if (refresh.isReplacement() && provider instanceof RefreshableIdentityProvider<?> refreshable) {
				refreshable.invalidate();
			}
			provider.resolveIdentity()
				.whenComplete((identity, failure) -> complete(refresh, attempt, startedAt, identity, failure));
		}
		catch (Throwable ex) {
			// Of any type: a missing module of the AWS SDK causes a linkage error, and
			// without a result the callers would wait forever.
			complete(refresh, attempt, startedAt, null, ex);
		}
	}

	private void complete(IdentityRefresh<T> refresh, int attempt, long startedAt, @Nullable T identity,
			@Nullable Throwable failure) {
		Duration duration = Duration.ofNanos(this.nanoTime.getAsLong() - startedAt);
		if (identity == null) {
			this.source.notifyListener(null, duration);
			fail(refresh, attempt, (failure != null) ? failure
					: new CredentialsException("The provider returned no " + this.source.description(), null));
			return;
		}
		try {
			this.source.check().accept(identity);
		}
		catch (RuntimeException ex) {
			this.source.notifyListener(null, duration);
			fail(refresh, attempt, ex);
			return;
		}
		this.source.notifyListener(identity, duration);
		synchronized (this.lock) {
			if (!finish(refresh, attempt, identity)) {
				return;
			}
			CachedIdentity<T> cached = this.cached;
			if (cached == null || cached.refreshNumber() < refresh.number()) {
				this.cached = CachedIdentity.of(identity, this.clock.instant(), refresh.number());
			}
		}
		refresh.emit(identity);
	}

	private void fail(IdentityRefresh<T> refresh, int attempt, Throwable failure) {
		boolean stillUsable;
		synchronized (this.lock) {
			if (!finish(refresh, attempt, null)) {
				return;
			}
			Instant now = this.clock.instant();
			CachedIdentity<T> cached = this.cached;
			stillUsable = cached != null && cached.isUsable(now);
			if (cached != null) {
				this.cached = cached.postponed(now);
			}
		}
		if (stillUsable || refresh.isReplacement()) {
			logger.warn("Failed to refresh " + this.source.description() + " (" + failure.getClass().getName() + "); "
					+ (stillUsable ? "the current identity is used until it expires"
							: "the service rejects the current identity"));
		}
		refresh.emitError(failure);
	}

	private boolean finish(IdentityRefresh<T> refresh, int attempt, @Nullable T identity) {
		if (!refresh.complete(attempt, identity != null)) {
			return false;
		}
		if (this.refresh == refresh) {
			this.refresh = null;
		}
		if (refresh.isFutile(identity)) {
			this.lastFutileReplacement = this.nanoTime.getAsLong();
		}
		return true;
	}

}
