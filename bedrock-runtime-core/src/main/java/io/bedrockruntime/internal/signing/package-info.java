/**
 * Authentication of requests: Signature Version 4 and API keys on top of the AWS SDK's
 * auth modules. Internal: used by the life of a call. Start with
 * {@link io.bedrockruntime.internal.signing.RequestSigner}.
 */
@NullMarked
package io.bedrockruntime.internal.signing;

import org.jspecify.annotations.NullMarked;
