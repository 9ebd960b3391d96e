/**
 * Connection details for an emulator that runs in the application or in its tests.
 * <p>
 * Everybody may use this package. It is the only one of this module that depends on the
 * emulator, which is optional. Start with
 * {@link io.bedrockruntime.autoconfigure.emulator.EmulatorConnectionDetails}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.emulator;

import org.jspecify.annotations.NullMarked;
