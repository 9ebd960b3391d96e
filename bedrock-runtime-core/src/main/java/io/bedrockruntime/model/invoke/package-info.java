/**
 * The InvokeModel operations, and the performance settings that other operations share
 * with them.
 */
@NullMarked
package io.bedrockruntime.model.invoke;

import org.jspecify.annotations.NullMarked;
