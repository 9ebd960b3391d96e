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
 * Source of an identity, and the listener for its resolution.
 *
 * @param <T> the type of identity
 * @param provider the provider
 * @param description the description of the identity, such as {@code API key}
 * @param scheme the authentication scheme that uses the identity
 * @param check throws an exception for an invalid identity
 * @param listener is notified of each result of the provider
 */
record IdentitySource<T extends Identity>(IdentityProvider<? extends T> provider, String description, String scheme,
		Consumer<T> check, Consumer<IdentityResolution> listener) {

	private static final Log logger = LogFactory.getLog(IdentitySource.class);

	/**
	 * Notify the listener of a result. An exception of the listener does not affect the
	 * callers that wait for the identity.
	 * @param identity the identity, or {@code null} if none was resolved
	 * @param duration the duration of the provider's call
	 */
	void notifyListener(@Nullable T identity, Duration duration) {
		try {
			this.listener.accept(new IdentityResolution(this.scheme, providerName(),
					(identity != null) ? IdentityResolution.Outcome.SUCCESS : IdentityResolution.Outcome.ERROR,
					duration, (identity != null) ? identity.expirationTime().orElse(null) : null));
		}
		catch (Throwable ex) {
			// Of any type, because otherwise the callers would wait forever.
			logger.warn(
					"Listener for the resolution of " + this.description + " failed (" + ex.getClass().getName() + ")");
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
