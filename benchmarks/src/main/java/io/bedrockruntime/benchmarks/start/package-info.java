/**
 * What a client costs before its first answer.
 */
@NullMarked
package io.bedrockruntime.benchmarks.start;

import org.jspecify.annotations.NullMarked;
