/**
 * Responses, streams and exceptions for tests that mock
 * {@link io.bedrockruntime.BedrockRuntimeOperations} or
 * {@link io.bedrockruntime.ReactiveBedrockRuntimeOperations}.
 */
@NullMarked
package io.bedrockruntime.test.mock;

import org.jspecify.annotations.NullMarked;
