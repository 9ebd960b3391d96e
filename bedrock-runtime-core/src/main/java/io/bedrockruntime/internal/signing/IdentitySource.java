package io.bedrockruntime.internal.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import io.bedrockruntime.identity.IdentityResolution;
import io.bedrockruntime.identity.RefreshableIdentityProvider;
import io.bedrockruntime.identity.ResolvedIdentity;
import io.bedrockruntime.internal.SimpleClassName;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.Identity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Where an identity comes from, and who is told when it is asked for.
 *
 * @param <T> the type of identity
 * @param provider the provider
 * @param what the name of what it provides
 * @param scheme the authentication scheme that takes it
 * @param check throws an exception for an identity that cannot be used
 * @param listener is told of each answer of the provider
 */
record IdentitySource<T extends Identity>(IdentityProvider<? extends T> provider, String what, String scheme,
		Consumer<T> check, Consumer<IdentityResolution> listener) {

	private static final Log logger = LogFactory.getLog(IdentitySource.class);

	/**
	 * Tell of an answer. Whoever listens cannot break what waits for it.
	 * @param identity the identity, or {@code null} if there is none
	 * @param duration how long the provider took
	 */
	void answered(@Nullable T identity, Duration duration) {
		try {
			this.listener.accept(new IdentityResolution(this.scheme, providerName(),
					(identity != null) ? IdentityResolution.Outcome.SUCCESS : IdentityResolution.Outcome.ERROR,
					duration, (identity != null) ? identity.expirationTime().orElse(null) : null));
		}
		catch (Throwable ex) {
			// Of any kind, or whoever waits for the identity would do so for ever.
			logger.warn("Listener to what resolves the " + this.what + " failed (" + ex.getClass().getName() + ")");
		}
	}

	ResolvedIdentity describe(T identity, Instant resolvedAt) {
		return new ResolvedIdentity(this.scheme, providerName(), identity.expirationTime().orElse(null), resolvedAt);
	}

	private String providerName() {
		if (this.provider instanceof RefreshableIdentityProvider<?> refreshable) {
			return refreshable.providerName();
		}
		return SimpleClassName.of(this.provider.getClass());
	}

}
