package io.bedrockruntime.event;

import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.ResponseMetadata;

/**
 * Failover of a call from one target to the next.
 *
 * @param operation the AWS name of the operation
 * @param from the target at which the call failed
 * @param to the target to which the request is sent next
 * @param failure the exception of the failed target
 * @since 0.1.0
 */
public record FailoverEvent(String operation, ResponseMetadata.Target from, ResponseMetadata.Target to,
		BedrockRuntimeException failure) {
}
