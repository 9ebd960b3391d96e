package io.bedrockruntime.identity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Description of the identity that authenticates requests. It contains no secret and does
 * not identify an account.
 *
 * @param scheme the authentication scheme as named in AWS's models, such as {@code sigv4}
 * or {@code httpBearerAuth}
 * @param provider the simple name of the provider's class, such as
 * {@code InstanceProfileCredentialsProvider}
 * @param expiration when the identity expires, or {@code null} if the expiration is
 * unknown or never
 * @param resolvedAt when the provider returned the identity
 * @since 0.1.0
 */
public record ResolvedIdentity(String scheme, String provider, @Nullable Instant expiration, Instant resolvedAt) {
}
