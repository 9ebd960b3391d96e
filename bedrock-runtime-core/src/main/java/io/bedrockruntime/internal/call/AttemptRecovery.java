package io.bedrockruntime.internal.call;

import reactor.core.publisher.Mono;

/**
 * Recovery from a failed attempt by other means than a retry.
 */
interface AttemptRecovery {

	/**
	 * Correct the cause of a refusal, if it can be corrected.
	 * @param failure the failure of the attempt
	 * @return whether the next signed request will differ, so that it is sent again
	 * immediately
	 */
	Mono<Boolean> correct(Throwable failure);

	/**
	 * Return whether the call may be sent to another target at all.
	 */
	boolean hasNextTarget();

	/**
	 * Return whether the call is sent to another target once it has failed here.
	 * @param failure the failure of the last attempt
	 */
	boolean failsOver(Throwable failure);

	/**
	 * Record that another attempt will be made at the same target.
	 * @param failure the failure of the last attempt
	 */
	void retrying(Throwable failure);

}
