/**
 * Authentication of requests: Signature Version 4 and API keys, with the auth modules of
 * the AWS SDK. It works on HTTP requests, independently of the operations of Bedrock.
 */
@NullMarked
package io.bedrockruntime.signing;

import org.jspecify.annotations.NullMarked;
