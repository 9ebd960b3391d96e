/**
 * Comparisons with other clients, and their report.
 */
@NullMarked
package io.bedrockruntime.benchmarks;

import org.jspecify.annotations.NullMarked;
