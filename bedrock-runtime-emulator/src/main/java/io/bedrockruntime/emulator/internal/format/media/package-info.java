/**
 * Request and response bodies of embedding and image models. For operations; a reader
 * starts with
 * {@link io.bedrockruntime.emulator.internal.format.media.NonConversationalFormat}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.format.media;

import org.jspecify.annotations.NullMarked;
