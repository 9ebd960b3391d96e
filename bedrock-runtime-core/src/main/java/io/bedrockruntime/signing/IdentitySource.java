package io.bedrockruntime.signing;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

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

	/** Separator in the names of classes that are generated at run time. */
	private static final String GENERATED_CLASS_SEPARATOR = "$$";

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
		return nameOf(this.provider);
	}

	/**
	 * Return the simple name of the class in the source code, without the suffix of a
	 * class generated at run time, which differs each time.
	 */
	static String nameOf(IdentityProvider<?> provider) {
		Class<?> type = provider.getClass();
		if (Proxy.isProxyClass(type)) {
			return type.getInterfaces()[0].getSimpleName();
		}
		String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
		int generated = name.indexOf(GENERATED_CLASS_SEPARATOR);
		String sourceName = (generated > 0) ? name.substring(0, generated) : name;
		return type.getSimpleName().isEmpty() || generated > 0 ? sourceName : type.getSimpleName();
	}

}
