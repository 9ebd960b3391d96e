package io.bedrockruntime.event;

import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.observation.ErrorTypes;

/**
 * An attempt that failed and is followed by another one in the same place.
 *
 * @param operation the AWS name of the operation
 * @param target where the attempt was made, with the model that was called there
 * @param attempt which attempt of the call it was, from 1
 * @param failure what it failed with
 * @since 0.1.0
 */
public record RetryEvent(String operation, ResponseMetadata.Target target, int attempt, Throwable failure) {

	/**
	 * Return the type of the failure.
	 * @return one of {@link ErrorTypes}
	 */
	public String errorType() {
		return ErrorTypes.of(this.failure);
	}

}
