package io.bedrockruntime.internal.signing;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.identity.ResolvedIdentity;
import io.bedrockruntime.identity.StaticApiKeyProvider;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.Identity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Resolver of an identity that never blocks an event loop: providers may read files,
 * start processes or call other services when they are called. Providers with a static
 * identity are known not to do so, and are called only once.
 *
 * @param <T> the type of identity
 */
final class IdentityResolver<T extends Identity> {

	private static final Mono<Boolean> NOT_REPLACED = Mono.just(false);

	private final IdentitySource<T> source;

	private final @Nullable CachingIdentityProvider<T> cachingProvider;

	private final Mono<T> identity;

	private @Nullable ResolvedIdentity staticIdentity;

	/**
	 * Create an instance.
	 * @param source the source of the identity
	 * @param clock supplies the time for the expiration of identities
	 * @param nanoTime supplies the time for the measurement of durations, in nanoseconds
	 */
	IdentityResolver(IdentitySource<T> source, Clock clock, LongSupplier nanoTime) {
		this.source = source;
		if (isStatic(source.provider())) {
			this.cachingProvider = null;
			this.identity = resolveStatic(clock, nanoTime);
		}
		else {
			this.cachingProvider = new CachingIdentityProvider<>(source, clock, nanoTime);
			// Each caller gets a separate exception, which may get suppressed ones.
			this.identity = this.cachingProvider.resolve().onErrorMap(this::failure);
		}
	}

	private static boolean isStatic(IdentityProvider<?> provider) {
		return provider instanceof StaticCredentialsProvider || provider instanceof StaticApiKeyProvider;
	}

	private Mono<T> resolveStatic(Clock clock, LongSupplier nanoTime) {
		long startedAt = nanoTime.getAsLong();
		try {
			T identity = this.source.provider().resolveIdentity().join();
			this.source.check().accept(identity);
			this.staticIdentity = this.source.describe(identity, clock.instant());
			this.source.notifyListener(identity, Duration.ofNanos(nanoTime.getAsLong() - startedAt));
			return Mono.just(identity);
		}
		catch (RuntimeException ex) {
			this.source.notifyListener(null, Duration.ofNanos(nanoTime.getAsLong() - startedAt));
			return Mono.error(() -> failure(ex));
		}
	}

	private CredentialsException failure(Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		if (cause instanceof CredentialsException && cause.getMessage() != null) {
			return new CredentialsException(cause.getMessage(), cause);
		}
		return new CredentialsException("Failed to resolve " + this.source.description() + MissingModules.advice(cause),
				cause);
	}

	Mono<T> resolve() {
		return this.identity;
	}

	/**
	 * Resolve the identity and return its description.
	 */
	Mono<ResolvedIdentity> resolveDescription() {
		return this.identity.flatMap((identity) -> Mono.justOrEmpty(current()));
	}

	/**
	 * Return the description of the identity that was resolved last, without resolving
	 * one.
	 * @return the description, or {@code null} if no identity was resolved yet
	 */
	@Nullable ResolvedIdentity current() {
		if (this.cachingProvider == null) {
			return this.staticIdentity;
		}
		CachedIdentity<T> cached = this.cachingProvider.current();
		return (cached != null) ? this.source.describe(cached.identity(), cached.resolvedAt()) : null;
	}

	/**
	 * Replace the identity that the service has rejected.
	 * @param rejected matches the rejected identity
	 * @return whether another identity is available now; never fails
	 */
	Mono<Boolean> replace(Predicate<T> rejected) {
		return (this.cachingProvider != null) ? this.cachingProvider.replace(rejected) : NOT_REPLACED;
	}

}
