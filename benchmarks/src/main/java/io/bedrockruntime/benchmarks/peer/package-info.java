/**
 * The clients that the benchmarks compare.
 */
@NullMarked
package io.bedrockruntime.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
