/**
 * Tools that the application runs for a model, and the loop that carries their results
 * back to it. Public API on top of the operations; start with
 * {@link io.bedrockruntime.tool.ToolFunctions}.
 */
@NullMarked
package io.bedrockruntime.tool;

import org.jspecify.annotations.NullMarked;
