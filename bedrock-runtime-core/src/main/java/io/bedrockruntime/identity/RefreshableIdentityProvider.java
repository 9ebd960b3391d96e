package io.bedrockruntime.identity;

import io.bedrockruntime.internal.SimpleClassName;
import software.amazon.awssdk.identity.spi.Identity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Identity provider whose cached identity can be invalidated. The providers of AWS cache
 * an identity until shortly before it expires, even if the service no longer accepts it.
 *
 * @param <T> the type of identity
 * @since 0.1.0
 */
public interface RefreshableIdentityProvider<T extends Identity> extends IdentityProvider<T> {

	/**
	 * Discard the cached identity, because the service has rejected it. The provider is
	 * called again immediately afterwards. This method may block. It is called by one
	 * thread at a time unless a call hangs, while other threads may wait for the identity
	 * to be discarded.
	 */
	void invalidate();

	/**
	 * Return the name of the provider in meters and health.
	 * @return the simple name of a class: by default of this provider's class, or of the
	 * delegate's class if this provider delegates to another one
	 */
	default String providerName() {
		return SimpleClassName.of(getClass());
	}

}
