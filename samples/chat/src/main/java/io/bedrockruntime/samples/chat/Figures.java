package io.bedrockruntime.samples.chat;

import java.util.Map;

/**
 * Figures of the metrics page, most of them since the start of the application.
 *
 * @param calls the completed calls, and the failed ones by error type
 * @param inFlight the number of calls in progress
 * @param firstChunk the time until the first chunk of streams
 * @param tokens the input and output tokens
 * @param cost the cost of the tokens in US dollars
 * @param retries the number of retries
 * @param stopReasons the number of responses by stop reason
 * @param pool the connections to the service
 */
record Figures(Calls calls, int inFlight, FirstChunk firstChunk, Tokens tokens, Cost cost, long retries,
		Map<String, Long> stopReasons, Pool pool) {

	/**
	 * Completed calls.
	 *
	 * @param count the number of calls
	 * @param failures the number of failed calls by error type
	 * @param cancelled the number of cancelled calls
	 */
	record Calls(long count, Map<String, Long> failures, long cancelled) {
	}

	/**
	 * Time until the first chunk of streams.
	 *
	 * @param count the number of streams with a first chunk
	 * @param seconds the sum of the times
	 */
	record FirstChunk(long count, double seconds) {
	}

	/**
	 * Tokens of all models.
	 *
	 * @param input the input tokens, including cached ones
	 * @param output the output tokens
	 * @param cacheRead the input tokens that were read from the prompt cache
	 */
	record Tokens(long input, long output, long cacheRead) {
	}

	/**
	 * Estimated cost.
	 *
	 * @param dollars the cost of the tokens, for models with a price
	 * @param priced whether any model has a price
	 */
	record Cost(double dollars, boolean priced) {
	}

	/**
	 * Connections to the service.
	 *
	 * @param active the number of connections in use
	 * @param idle the number of idle connections
	 * @param pending the number of calls that wait for a connection
	 * @param max the maximum number of connections
	 */
	record Pool(long active, long idle, long pending, long max) {
	}

}
