package io.bedrockruntime.identity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the identity that authenticates requests, without anything that is
 * secret or names an account.
 *
 * @param scheme the authentication scheme as AWS's models have it, such as {@code sigv4}
 * or {@code httpBearerAuth}
 * @param provider the simple name of the class that the identity is from, such as
 * {@code InstanceProfileCredentialsProvider}
 * @param expiration when it expires, or {@code null} if that is not known or never
 * @param resolvedAt when the provider gave it
 * @since 0.1.0
 */
public record ResolvedIdentity(String scheme, String provider, @Nullable Instant expiration, Instant resolvedAt) {
}
