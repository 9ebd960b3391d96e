/**
 * A local Amazon Bedrock Runtime for development and tests.
 */
@NullMarked
package io.bedrockruntime.emulator;

import org.jspecify.annotations.NullMarked;
