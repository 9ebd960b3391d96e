/**
 * Immutable settings of a client. Public API, passed to the builder; start with
 * {@link io.bedrockruntime.settings.Timeouts}.
 */
@NullMarked
package io.bedrockruntime.settings;

import org.jspecify.annotations.NullMarked;
