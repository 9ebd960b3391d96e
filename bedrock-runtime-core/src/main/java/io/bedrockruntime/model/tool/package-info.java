/**
 * Tools that a model may use.
 */
@NullMarked
package io.bedrockruntime.model.tool;

import org.jspecify.annotations.NullMarked;
