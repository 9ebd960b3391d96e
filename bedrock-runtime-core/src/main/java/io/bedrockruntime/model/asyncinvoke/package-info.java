/**
 * The asynchronous invocation operations.
 */
@NullMarked
package io.bedrockruntime.model.asyncinvoke;

import org.jspecify.annotations.NullMarked;
