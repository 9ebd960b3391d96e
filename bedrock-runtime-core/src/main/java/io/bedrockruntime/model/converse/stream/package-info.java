/**
 * The ConverseStream operation and its events.
 */
@NullMarked
package io.bedrockruntime.model.converse.stream;

import org.jspecify.annotations.NullMarked;
