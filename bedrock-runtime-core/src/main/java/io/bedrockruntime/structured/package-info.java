/**
 * Structured output: responses of a model that are read into a Java type. Public API;
 * start with {@link io.bedrockruntime.structured.StructuredResponse}.
 */
@NullMarked
package io.bedrockruntime.structured;

import org.jspecify.annotations.NullMarked;
