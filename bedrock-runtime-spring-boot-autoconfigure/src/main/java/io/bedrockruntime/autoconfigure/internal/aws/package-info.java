/**
 * Settings that come from AWS's environment variables, system properties and
 * configuration files, and the region and endpoint that result from them.
 * <p>
 * Internal: only packages of this module may use it. Start with
 * {@link io.bedrockruntime.autoconfigure.internal.aws.RegionResolver} and
 * {@link io.bedrockruntime.autoconfigure.internal.aws.EndpointResolver}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.internal.aws;

import org.jspecify.annotations.NullMarked;
