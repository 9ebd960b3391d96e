package io.bedrockruntime.benchmarks.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of the form {@code word name=value name=value ...}, which the driver and a
 * peer's process exchange.
 *
 * @param word the command, or the status of its result
 * @param values the values by name
 */
record Fields(String word, Map<String, String> values) {

	Fields {
		values = new LinkedHashMap<>(values);
	}

	Fields(String word) {
		this(word, Map.of());
	}

	/**
	 * Parse a line.
	 */
	static Fields parse(String line) {
		String[] parts = line.strip().split(" ");
		Fields fields = new Fields(parts[0]);
		for (int i = 1; i < parts.length; i++) {
			String[] pair = parts[i].split("=", 2);
			fields.values.put(pair[0], pair[1]);
		}
		return fields;
	}

	/**
	 * Add a value, in which each run of white space is replaced by an underscore.
	 */
	Fields with(String name, Object value) {
		this.values.put(name, String.valueOf(value).replaceAll("\\s+", "_"));
		return this;
	}

	/**
	 * Return whether there is a value with the given name.
	 */
	boolean has(String name) {
		return this.values.containsKey(name);
	}

	/**
	 * Return a required value.
	 */
	String text(String name) {
		String value = this.values.get(name);
		if (value == null) {
			throw new IllegalArgumentException("No " + name + " in " + new TreeMap<>(this.values));
		}
		return value;
	}

	/**
	 * Return a value as a number.
	 */
	double number(String name) {
		return Double.parseDouble(text(name));
	}

	/**
	 * Return a value as an integer.
	 */
	int count(String name) {
		return Integer.parseInt(text(name));
	}

	@Override
	public String toString() {
		StringBuilder line = new StringBuilder(this.word);
		this.values.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
		return line.toString();
	}

}
