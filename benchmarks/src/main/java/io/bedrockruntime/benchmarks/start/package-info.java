/**
 * Benchmarks of the costs of a client until its first response.
 */
@NullMarked
package io.bedrockruntime.benchmarks.start;

import org.jspecify.annotations.NullMarked;
