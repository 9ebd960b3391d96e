/**
 * Settings of one emulator. For authentication, operations, the server and the public
 * builder; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.settings.EmulatorSettings}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.settings;

import org.jspecify.annotations.NullMarked;
