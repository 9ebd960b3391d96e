/**
 * Request and response bodies of text models, translated to and from Converse. For
 * operations; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.format.InvokeModelFormat}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.format;

import org.jspecify.annotations.NullMarked;
