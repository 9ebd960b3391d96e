/**
 * Identities that authenticate requests: AWS credentials and Bedrock API keys, and the
 * events of resolving them. Public API; start with
 * {@link io.bedrockruntime.identity.ResolvedIdentity}.
 */
@NullMarked
package io.bedrockruntime.identity;

import org.jspecify.annotations.NullMarked;
