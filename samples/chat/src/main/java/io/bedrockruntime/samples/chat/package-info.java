/**
 * A streaming chat page on the Amazon Bedrock Runtime.
 */
@NullMarked
package io.bedrockruntime.samples.chat;

import org.jspecify.annotations.NullMarked;
