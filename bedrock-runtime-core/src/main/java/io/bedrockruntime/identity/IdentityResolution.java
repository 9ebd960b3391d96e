package io.bedrockruntime.identity;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a provider that was asked for an identity.
 *
 * @param scheme the authentication scheme as AWS's models have it, such as {@code sigv4}
 * or {@code httpBearerAuth}
 * @param provider the simple name of the provider's class, such as
 * {@code InstanceProfileCredentialsProvider}
 * @param outcome whether there is an identity that can be used
 * @param duration from the question to the answer
 * @param expiration when the identity expires, or {@code null} if there is none, or if
 * that is not known or never
 * @since 0.1.0
 */
public record IdentityResolution(String scheme, String provider, Outcome outcome, Duration duration,
		@Nullable Instant expiration) {

	/**
	 * How it ended.
	 */
	public enum Outcome {

		/** There is an identity. */
		SUCCESS,

		/** There is none, or none that can be used. */
		ERROR

	}

}
