/**
 * Validation of requests against the service's shapes and rules. For the packages that
 * handle operations, sessions and formats; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.validation.RequestValidator}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.validation;

import org.jspecify.annotations.NullMarked;
