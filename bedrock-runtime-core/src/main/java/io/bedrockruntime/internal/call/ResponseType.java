package io.bedrockruntime.internal.call;

import io.bedrockruntime.internal.PublisherOperators;
import org.reactivestreams.Publisher;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Type of response of one call: one value, or a stream of events. It holds the steps of a
 * call that are not the same for both.
 *
 * @param <P> {@code Mono} or {@code Flux}
 */
abstract sealed class ResponseType<P extends Publisher<?>> permits UnaryResponseType, EventStreamResponseType {

	private final PublisherOperators<P> operators;

	ResponseType(PublisherOperators<P> operators) {
		this.operators = operators;
	}

	PublisherOperators<P> operators() {
		return this.operators;
	}

	/**
	 * Bind the response to the request, if the request is still being written while the
	 * response arrives.
	 */
	P bindToRequest(P response) {
		return response;
	}

	/**
	 * Limit all attempts of a call to its timeout.
	 */
	abstract P withinCallTimeout(P attempts, CallContext<?> call);

	/**
	 * Run an action when an attempt succeeds.
	 */
	abstract P doOnSuccess(P attempt, Runnable onSuccess);

	/**
	 * Send a request and read its response.
	 * @param request the request
	 * @param attempts the attempts that this one belongs to
	 * @return the response
	 */
	abstract P exchange(WebClient.RequestHeadersSpec<?> request, TargetAttempts attempts);

}
