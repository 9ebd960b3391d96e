/**
 * Auto-configuration for the Amazon Bedrock Runtime.
 */
@NullMarked
package io.bedrockruntime.autoconfigure;

import org.jspecify.annotations.NullMarked;
