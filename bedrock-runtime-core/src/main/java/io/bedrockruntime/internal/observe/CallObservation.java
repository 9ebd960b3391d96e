package io.bedrockruntime.internal.observe;

import java.net.URI;

import io.bedrockruntime.model.ResponseMetadata;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What watches a call: nothing, unless a subclass says otherwise.
 */
public class CallObservation {

	/** Watches nothing. */
	public static final CallObservation NONE = new CallObservation();

	/**
	 * Take note of where the call goes.
	 */
	public void goesTo(String region, URI endpoint) {
		// nobody wants to know
	}

	/**
	 * Take note of a further attempt.
	 * @param number how many there were so far
	 */
	public void attempted(int number) {
		// nobody wants to know
	}

	/**
	 * Take note that an attempt failed and another one will be made in the same place.
	 */
	public void retried() {
		// nobody wants to know
	}

	/**
	 * Take note of an HTTP response.
	 */
	public void answered(ResponseMetadata response) {
		// nobody wants to know
	}

	/**
	 * Have an HTTP request made as a part of the call.
	 */
	public <T> Mono<T> inScope(Mono<T> attempt) {
		return attempt;
	}

	/**
	 * Have an HTTP request made as a part of the call.
	 */
	public <T> Flux<T> inScope(Flux<T> attempt) {
		return attempt;
	}

}
