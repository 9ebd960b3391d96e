package io.bedrockruntime.internal.observe;

import java.net.URI;

import io.bedrockruntime.internal.PublisherOperators;
import io.bedrockruntime.model.ResponseMetadata;
import org.reactivestreams.Publisher;

/**
 * Records the progress of a call. This one records nothing; subclasses do.
 */
public class CallObservation {

	/** Records nothing. */
	public static final CallObservation NONE = new CallObservation();

	/**
	 * Record that the call is sent to a target.
	 */
	public void movedTo(String region, URI endpoint) {
		// no-op
	}

	/**
	 * Record a further attempt.
	 * @param number the number of attempts so far
	 */
	public void attempted(int number) {
		// no-op
	}

	/**
	 * Record that an attempt failed and another one will be made at the same target.
	 */
	public void retried() {
		// no-op
	}

	/**
	 * Record an HTTP response.
	 */
	public void responded(ResponseMetadata response) {
		// no-op
	}

	/**
	 * Make an HTTP request a part of the call.
	 * @param <P> {@code Mono} or {@code Flux}
	 */
	public <P extends Publisher<?>> P inScope(PublisherOperators<P> operators, P attempt) {
		return attempt;
	}

}
