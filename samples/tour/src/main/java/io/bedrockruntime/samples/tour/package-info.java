/**
 * Every operation of the Amazon Bedrock Runtime on the command line.
 */
@NullMarked
package io.bedrockruntime.samples.tour;

import org.jspecify.annotations.NullMarked;
