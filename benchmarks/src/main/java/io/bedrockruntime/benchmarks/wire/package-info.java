/**
 * Benchmarks of calls to a cheap server on loopback.
 */
@NullMarked
package io.bedrockruntime.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
