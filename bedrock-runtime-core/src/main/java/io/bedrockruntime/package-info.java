/**
 * The operations of the Amazon Bedrock Runtime, blocking and reactive.
 */
@NullMarked
package io.bedrockruntime;

import org.jspecify.annotations.NullMarked;
