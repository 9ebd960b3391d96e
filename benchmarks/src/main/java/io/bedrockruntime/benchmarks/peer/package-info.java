/**
 * The clients that are compared.
 */
@NullMarked
package io.bedrockruntime.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
