/**
 * Benchmarks that compare this client with others, and their report.
 */
@NullMarked
package io.bedrockruntime.benchmarks;

import org.jspecify.annotations.NullMarked;
