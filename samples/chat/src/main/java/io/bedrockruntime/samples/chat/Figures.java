package io.bedrockruntime.samples.chat;

import java.util.Map;

/**
 * What the page of metrics shows, most of it counted since the application started.
 *
 * @param calls calls that have ended, and of those that came to nothing the number by
 * what they failed with
 * @param inFlight calls that have not ended
 * @param firstChunk streams by how long they took to begin
 * @param tokens tokens that went in and out
 * @param cost what the tokens cost, in US dollars
 * @param retries attempts that failed and were followed by another one
 * @param stopReasons answers by why the model stopped
 * @param pool connections to the service
 */
record Figures(Calls calls, int inFlight, FirstChunk firstChunk, Tokens tokens, Cost cost, long retries,
		Map<String, Long> stopReasons, Pool pool) {

	/**
	 * Calls that have ended.
	 *
	 * @param count how many
	 * @param failures those that failed, by what they failed with
	 * @param cancelled those that a reader gave up
	 */
	record Calls(long count, Map<String, Long> failures, long cancelled) {
	}

	/**
	 * The time until streams began.
	 *
	 * @param count how many began
	 * @param seconds how long they took together
	 */
	record FirstChunk(long count, double seconds) {
	}

	/**
	 * Tokens of all models.
	 *
	 * @param input those that went in, cached ones included
	 * @param output those that were generated
	 * @param cacheRead those of the input that were read from the prompt cache
	 */
	record Tokens(long input, long output, long cacheRead) {
	}

	/**
	 * An estimate.
	 *
	 * @param dollars what the tokens of models with a price cost
	 * @param priced whether any model has a price
	 */
	record Cost(double dollars, boolean priced) {
	}

	/**
	 * Connections to the service.
	 *
	 * @param active those in use
	 * @param idle those that are kept for later
	 * @param pending calls that wait for one
	 * @param max the most there may be
	 */
	record Pool(long active, long idle, long pending, long max) {
	}

}
