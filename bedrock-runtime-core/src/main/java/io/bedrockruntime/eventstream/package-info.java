/**
 * Encoder and decoder of the {@code application/vnd.amazon.eventstream} format. It
 * implements the
 * <a href= "https://smithy.io/2.0/aws/amazon-eventstream.html">specification</a>,
 * independently of the messages that Bedrock sends.
 */
@NullMarked
package io.bedrockruntime.eventstream;

import org.jspecify.annotations.NullMarked;
