package io.bedrockruntime.identity;

import io.bedrockruntime.internal.SimpleClassName;
import software.amazon.awssdk.identity.spi.Identity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Provider that keeps the identity it once had, and can be told to let go of it. AWS's
 * own providers keep theirs until shortly before it expires, also when the service no
 * longer takes it.
 *
 * @param <T> the type of identity
 * @since 0.1.0
 */
public interface RefreshableIdentityProvider<T extends Identity> extends IdentityProvider<T> {

	/**
	 * Forget the identity, as the service has refused it. It is asked for anew right
	 * afterwards. This may block, and is called by one thread at a time unless a call
	 * hangs, while others may be waiting for the identity that is to be forgotten.
	 */
	void invalidate();

	/**
	 * Return the name by which meters and health know the provider.
	 * @return the simple name of a class, by default this one's; of the other provider's
	 * if this one hands on what another one gives
	 */
	default String providerName() {
		return SimpleClassName.of(getClass());
	}

}
