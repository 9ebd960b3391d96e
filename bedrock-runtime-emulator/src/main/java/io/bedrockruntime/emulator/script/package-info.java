/**
 * Replies and faults that a test prescribes for coming requests. Public API; a reader
 * starts with {@link io.bedrockruntime.emulator.script.Script}.
 */
@NullMarked
package io.bedrockruntime.emulator.script;

import org.jspecify.annotations.NullMarked;
