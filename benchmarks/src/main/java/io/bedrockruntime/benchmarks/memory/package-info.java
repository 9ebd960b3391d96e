/**
 * Benchmarks of parts that work in memory, run by JMH.
 */
@NullMarked
package io.bedrockruntime.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
