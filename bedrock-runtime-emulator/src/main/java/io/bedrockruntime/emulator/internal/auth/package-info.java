/**
 * Verification of signatures, signed events and API keys. For sessions, operations and
 * the server; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.auth.Authentication}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.auth;

import org.jspecify.annotations.NullMarked;
