package io.bedrockruntime.identity;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Result of a call of an identity provider.
 *
 * @param scheme the authentication scheme as named in AWS's models, such as {@code sigv4}
 * or {@code httpBearerAuth}
 * @param provider the simple name of the provider's class, such as
 * {@code InstanceProfileCredentialsProvider}
 * @param outcome whether a valid identity was resolved
 * @param duration the duration of the call
 * @param expiration when the identity expires, or {@code null} if there is no identity,
 * or if the expiration is unknown or never
 * @since 0.1.0
 */
public record IdentityResolution(String scheme, String provider, Outcome outcome, Duration duration,
		@Nullable Instant expiration) {

	/**
	 * Outcome of the call.
	 */
	public enum Outcome {

		/** A valid identity was resolved. */
		SUCCESS,

		/** No identity was resolved, or an invalid one. */
		ERROR

	}

}
