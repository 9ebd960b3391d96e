package io.bedrockruntime.signing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.CredentialsException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.Identity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Source of an identity that never blocks an event loop: providers may read files, start
 * processes or call other services when they are asked.
 *
 * @param <T> the type of identity
 */
final class Identities<T extends Identity> {

	private final Mono<T> identity;

	Identities(IdentityProvider<? extends T> provider, String what) {
		Mono<T> resolved = Mono.<T>fromCompletionStage(() -> resolve(provider))
			.switchIfEmpty(Mono.error(() -> new CredentialsException("The provider has no " + what, null)))
			.onErrorMap((ex) -> !(ex instanceof BedrockRuntimeException),
					(ex) -> new CredentialsException("No " + what + " could be had" + MissingModules.advice(ex), ex));
		this.identity = isImmediate(provider) ? resolved : resolved.subscribeOn(Schedulers.boundedElastic());
	}

	private static <T extends Identity> CompletionStage<T> resolve(IdentityProvider<? extends T> provider) {
		try {
			// A stage of our own, so that a cancelled call cancels nobody else's.
			return provider.resolveIdentity().thenApply((value) -> value);
		}
		catch (LinkageError ex) {
			// Means that a module of the AWS SDK is not there. Reactor would throw it
			// past the subscriber, who would wait for ever.
			return CompletableFuture.failedFuture(ex);
		}
	}

	private static boolean isImmediate(IdentityProvider<?> provider) {
		return provider instanceof StaticCredentialsProvider || provider instanceof StaticApiKeyProvider;
	}

	Mono<T> resolve() {
		return this.identity;
	}

}
