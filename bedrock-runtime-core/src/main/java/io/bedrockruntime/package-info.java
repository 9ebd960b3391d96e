/**
 * Clients for the Amazon Bedrock Runtime: the blocking and the reactive operations, the
 * templates that implement them, and the builder of both. This is the package that every
 * application uses; start with {@link io.bedrockruntime.BedrockRuntimeOperations} or
 * {@link io.bedrockruntime.ReactiveBedrockRuntimeOperations}.
 */
@NullMarked
package io.bedrockruntime;

import org.jspecify.annotations.NullMarked;
