/**
 * Choice between the sources of AWS credentials and API keys.
 * <p>
 * Internal: only packages of this module may use it. Start with
 * {@link io.bedrockruntime.autoconfigure.internal.credentials.AuthenticationResolver}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.internal.credentials;

import org.jspecify.annotations.NullMarked;
