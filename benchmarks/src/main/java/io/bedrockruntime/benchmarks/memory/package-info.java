/**
 * What is done in memory, by itself.
 */
@NullMarked
package io.bedrockruntime.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
