package io.bedrockruntime.benchmarks.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What the server is to answer, which stands in the model's ID.
 *
 * @param kind how it answers
 * @param numbers the numbers after the kind
 */
record Model(Kind kind, List<Integer> numbers) {

	private static final String PREFIX = "bench.";

	Model {
		numbers = List.copyOf(numbers);
		if (numbers.size() != kind.numbers) {
			throw new IllegalArgumentException(kind + " takes " + kind.numbers + " numbers, not " + numbers);
		}
	}

	/**
	 * Return the ID of an answer of Converse with that many characters.
	 */
	static String answer(int characters) {
		return id(Kind.ANSWER, characters);
	}

	/**
	 * Return the ID of a stream of that many deltas of that many characters, flushed one
	 * by one.
	 */
	static String events(int count, int characters) {
		return id(Kind.EVENTS, count, characters);
	}

	/**
	 * Return the ID of a stream of deltas of which one is sent each period, with the time
	 * of its writing as its text.
	 */
	static String paced(int count, int millis) {
		return id(Kind.PACED, count, millis, 19);
	}

	/**
	 * Return the ID of a stream that sends one delta, and nothing more.
	 */
	static String hold() {
		return id(Kind.HOLD);
	}

	/**
	 * Return the ID of an answer of InvokeModel with that many bytes.
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
	 * Return what an ID asks for.
	 */
	static Model parse(String id) {
		if (!id.startsWith(PREFIX)) {
			throw new IllegalArgumentException("Not a model of this server: " + id);
		}
		String[] parts = id.substring(PREFIX.length()).split("-");
		Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
		return new Model(kind, Arrays.stream(parts).skip(1).map(Integer::valueOf).toList());
	}

	/**
	 * Return how many deltas a stream of the model has.
	 */
	int deltas() {
		return switch (this.kind) {
			case EVENTS, PACED -> number(0);
			case HOLD -> 1;
			case ANSWER, BYTES -> 0;
		};
	}

	int number(int index) {
		return this.numbers.get(index);
	}

	/**
	 * The texts of a conversation with that many messages of that many characters.
	 */
	static List<String> texts(int messages, int characters) {
		return Collections.nCopies(messages, "x".repeat(characters));
	}

	/** How the server answers. */
	enum Kind {

		/** Converse. */
		ANSWER(1),

		/** ConverseStream, as fast as the client takes it. */
		EVENTS(2),

		/** ConverseStream, at a pace. */
		PACED(3),

		/** ConverseStream, which never ends. */
		HOLD(0),

		/** InvokeModel. */
		BYTES(1);

		private final int numbers;

		Kind(int numbers) {
			this.numbers = numbers;
		}

	}

}
