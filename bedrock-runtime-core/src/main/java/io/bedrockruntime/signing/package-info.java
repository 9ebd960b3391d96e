/**
 * Authentication of requests: Signature Version 4 and API keys over the AWS SDK's auth
 * modules. Knows HTTP requests, not what Bedrock means by them.
 */
@NullMarked
package io.bedrockruntime.signing;

import org.jspecify.annotations.NullMarked;
