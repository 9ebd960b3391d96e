/**
 * The life of one call, from the request of the application to the response or the error:
 * observation, failover, retries, signing, sending and reading. Internal: used by the
 * clients of this module. Start with
 * {@link io.bedrockruntime.internal.call.CallExecutor}.
 */
@NullMarked
package io.bedrockruntime.internal.call;

import org.jspecify.annotations.NullMarked;
