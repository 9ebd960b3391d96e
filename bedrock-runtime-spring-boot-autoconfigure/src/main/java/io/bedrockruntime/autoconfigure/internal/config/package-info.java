/**
 * Names of properties, validation of their values, and the failures that report invalid
 * ones.
 * <p>
 * Internal: only packages of this module may use it. Start with
 * {@link io.bedrockruntime.autoconfigure.internal.config.PropertyValidator}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.internal.config;

import org.jspecify.annotations.NullMarked;
