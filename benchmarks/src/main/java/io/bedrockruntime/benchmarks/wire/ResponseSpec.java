package io.bedrockruntime.benchmarks.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Specification of the server's response, encoded in a model ID.
 *
 * @param kind the kind of response
 * @param numbers the numbers after the kind
 */
record ResponseSpec(Kind kind, List<Integer> numbers) {

	private static final String PREFIX = "bench.";

	ResponseSpec {
		numbers = List.copyOf(numbers);
		if (numbers.size() != kind.numbers) {
			throw new IllegalArgumentException(kind + " takes " + kind.numbers + " numbers, not " + numbers);
		}
	}

	/**
	 * Return the model ID for a Converse response with the given number of characters.
	 */
	static String converse(int characters) {
		return id(Kind.CONVERSE, characters);
	}

	/**
	 * Return the model ID for a stream with the given number of deltas and of characters
	 * in each, flushed one by one.
	 */
	static String events(int count, int characters) {
		return id(Kind.EVENTS, count, characters);
	}

	/**
	 * Return the model ID for a stream of deltas that are sent at a fixed interval. The
	 * text of each is the time at which it was written.
	 */
	static String paced(int count, int millis) {
		return id(Kind.PACED, count, millis, 19);
	}

	/**
	 * Return the model ID for a stream that sends one delta, and stays open.
	 */
	static String hold() {
		return id(Kind.HOLD);
	}

	/**
	 * Return the model ID for an InvokeModel response with the given number of bytes.
	 */
	static String bytes(int count) {
		return id(Kind.BYTES, count);
	}

	private static String id(Kind kind, int... numbers) {
		StringBuilder id = new StringBuilder(PREFIX).append(kind.name().toLowerCase(Locale.ROOT));
		for (int number : numbers) {
			id.append('-').append(number);
		}
		return id.toString();
	}

	/**
	 * Parse a model ID.
	 */
	static ResponseSpec parse(String id) {
		if (!id.startsWith(PREFIX)) {
			throw new IllegalArgumentException("Not a model of this server: " + id);
		}
		String[] parts = id.substring(PREFIX.length()).split("-");
		Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
		return new ResponseSpec(kind, Arrays.stream(parts).skip(1).map(Integer::valueOf).toList());
	}

	/**
	 * Return the number of deltas in the stream.
	 */
	int deltas() {
		return switch (this.kind) {
			case EVENTS, PACED -> number(0);
			case HOLD -> 1;
			case CONVERSE, BYTES -> 0;
		};
	}

	int number(int index) {
		return this.numbers.get(index);
	}

	/**
	 * Return the texts of a conversation with the given number of messages and of
	 * characters in each.
	 */
	static List<String> texts(int messages, int characters) {
		return Collections.nCopies(messages, "x".repeat(characters));
	}

	/** The kind of response. */
	enum Kind {

		/** Converse response. */
		CONVERSE(1),

		/** ConverseStream response, as fast as the client reads it. */
		EVENTS(2),

		/** ConverseStream response at a fixed pace. */
		PACED(3),

		/** ConverseStream response that does not end. */
		HOLD(0),

		/** InvokeModel response. */
		BYTES(1);

		private final int numbers;

		Kind(int numbers) {
			this.numbers = numbers;
		}

	}

}
