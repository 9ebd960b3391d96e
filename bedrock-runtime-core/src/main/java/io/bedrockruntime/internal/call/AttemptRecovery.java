package io.bedrockruntime.internal.call;

import reactor.core.publisher.Mono;

/**
 * What a failed attempt may lead to besides a retry.
 */
interface AttemptRecovery {

	/**
	 * Correct what the request was refused for, if it can be.
	 * @param failure what the attempt failed with
	 * @return whether the request is another one now, to be sent once more at once
	 */
	Mono<Boolean> correct(Throwable failure);

	/**
	 * Return whether the call can go on in another place at all.
	 */
	boolean hasElsewhere();

	/**
	 * Return whether the call goes on in another place when it has failed here.
	 * @param failure what the last attempt failed with
	 */
	boolean isElsewhere(Throwable failure);

	/**
	 * Take note that another attempt will be made in the same place.
	 * @param failure what the last attempt failed with
	 */
	void retrying(Throwable failure);

}
