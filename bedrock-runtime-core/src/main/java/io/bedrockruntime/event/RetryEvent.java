package io.bedrockruntime.event;

import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.observation.ErrorTypes;

/**
 * Failed attempt that is retried at the same target.
 *
 * @param operation the AWS name of the operation
 * @param target the target of the attempt, with the model that was called there
 * @param attempt the number of the attempt in the call, from 1
 * @param failure the exception of the attempt
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
