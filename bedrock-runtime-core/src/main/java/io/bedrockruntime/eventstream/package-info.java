/**
 * Encoder and decoder of the {@code application/vnd.amazon.eventstream} format. Knows the
 * bytes of the
 * <a href= "https://smithy.io/2.0/aws/amazon-eventstream.html">specification</a>, not
 * what Bedrock puts into them.
 */
@NullMarked
package io.bedrockruntime.eventstream;

import org.jspecify.annotations.NullMarked;
