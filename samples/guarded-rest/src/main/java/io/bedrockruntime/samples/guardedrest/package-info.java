/**
 * A REST endpoint with structured responses behind a guardrail.
 */
@NullMarked
package io.bedrockruntime.samples.guardedrest;

import org.jspecify.annotations.NullMarked;
