/**
 * Messages and the blocks they consist of: text, media, tool use, reasoning, citations.
 */
@NullMarked
package io.bedrockruntime.model.content;

import org.jspecify.annotations.NullMarked;
