/**
 * Helpers without knowledge of the service: JSON trees, tokens, encodings and hashes. For
 * every package of the emulator, and for nothing outside it; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.support.Json}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.support;

import org.jspecify.annotations.NullMarked;
