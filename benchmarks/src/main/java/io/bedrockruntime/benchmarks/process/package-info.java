/**
 * Child JVMs that benchmarks start, and figures of a process.
 */
@NullMarked
package io.bedrockruntime.benchmarks.process;

import org.jspecify.annotations.NullMarked;
