package io.bedrockruntime.event;

import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.ResponseMetadata;

/**
 * A call that goes on in another place.
 *
 * @param operation the AWS name of the operation
 * @param from where the call failed
 * @param to where it is sent next
 * @param failure what it failed with
 * @since 0.1.0
 */
public record FailoverEvent(String operation, ResponseMetadata.Target from, ResponseMetadata.Target to,
		BedrockRuntimeException failure) {
}
