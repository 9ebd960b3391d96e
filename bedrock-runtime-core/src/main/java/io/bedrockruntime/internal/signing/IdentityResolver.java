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
 * Source of an identity that never blocks an event loop: providers may read files, start
 * processes or call other services when they are asked. Those of which it is known that
 * they do not, as their identity stays the same, are asked once and for all.
 *
 * @param <T> the type of identity
 */
final class IdentityResolver<T extends Identity> {

	private static final Mono<Boolean> SAME = Mono.just(false);

	private final IdentitySource<T> source;

	private final @Nullable CachingIdentityProvider<T> shared;

	private final Mono<T> identity;

	private @Nullable ResolvedIdentity immediate;

	/**
	 * Create an instance.
	 * @param source where the identity comes from
	 * @param clock the clock that tells what has expired
	 * @param nanoTime the clock that tells how long something takes
	 */
	IdentityResolver(IdentitySource<T> source, Clock clock, LongSupplier nanoTime) {
		this.source = source;
		if (isImmediate(source.provider())) {
			this.shared = null;
			this.identity = immediate(clock, nanoTime);
		}
		else {
			this.shared = new CachingIdentityProvider<>(source, clock, nanoTime);
			// Each caller gets an exception of its own, to which others may be added.
			this.identity = this.shared.resolve().onErrorMap(this::failure);
		}
	}

	private static boolean isImmediate(IdentityProvider<?> provider) {
		return provider instanceof StaticCredentialsProvider || provider instanceof StaticApiKeyProvider;
	}

	private Mono<T> immediate(Clock clock, LongSupplier nanoTime) {
		long asked = nanoTime.getAsLong();
		try {
			T identity = this.source.provider().resolveIdentity().join();
			this.source.check().accept(identity);
			this.immediate = this.source.describe(identity, clock.instant());
			this.source.answered(identity, Duration.ofNanos(nanoTime.getAsLong() - asked));
			return Mono.just(identity);
		}
		catch (RuntimeException ex) {
			this.source.answered(null, Duration.ofNanos(nanoTime.getAsLong() - asked));
			return Mono.error(() -> failure(ex));
		}
	}

	private CredentialsException failure(Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		if (cause instanceof CredentialsException && cause.getMessage() != null) {
			return new CredentialsException(cause.getMessage(), cause);
		}
		return new CredentialsException("No " + this.source.what() + " could be had" + MissingModules.advice(cause),
				cause);
	}

	Mono<T> resolve() {
		return this.identity;
	}

	/**
	 * Resolve the identity, and say what may be said of it.
	 */
	Mono<ResolvedIdentity> describe() {
		return this.identity.flatMap((identity) -> Mono.justOrEmpty(held()));
	}

	/**
	 * Say what may be said of the identity that was had last, without asking for one.
	 * @return what is known, or {@code null} if there was none yet
	 */
	@Nullable ResolvedIdentity held() {
		if (this.shared == null) {
			return this.immediate;
		}
		CachedIdentity<T> held = this.shared.held();
		return (held != null) ? this.source.describe(held.identity(), held.resolvedAt()) : null;
	}

	/**
	 * Have the identity that the service has refused replaced by another one.
	 * @param refused tells the identity that was refused
	 * @return whether there is another one now; never fails
	 */
	Mono<Boolean> replace(Predicate<T> refused) {
		return (this.shared != null) ? this.shared.replace(refused) : SAME;
	}

}
