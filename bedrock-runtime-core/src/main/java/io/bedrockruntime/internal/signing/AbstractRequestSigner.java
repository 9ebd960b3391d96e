package io.bedrockruntime.internal.signing;

import io.bedrockruntime.identity.ResolvedIdentity;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.identity.spi.Identity;

/**
 * Base class of signers that resolve an identity for each request.
 *
 * @param <T> the type of identity
 */
abstract class AbstractRequestSigner<T extends Identity> implements RequestSigner {

	private final IdentityResolver<T> identityResolver;

	AbstractRequestSigner(IdentityResolver<T> identityResolver) {
		this.identityResolver = identityResolver;
	}

	final IdentityResolver<T> identityResolver() {
		return this.identityResolver;
	}

	@Override
	public final Mono<ResolvedIdentity> resolveIdentity() {
		return this.identityResolver.resolveDescription();
	}

	@Override
	public final @Nullable ResolvedIdentity currentIdentity() {
		return this.identityResolver.current();
	}

}
