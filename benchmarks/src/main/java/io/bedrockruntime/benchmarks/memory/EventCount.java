package io.bedrockruntime.benchmarks.memory;

/**
 * Number of events and size of their content in a decoded stream. Tests check it, and it
 * keeps the JVM from optimising the work away.
 */
public final class EventCount {

	private int events;

	private int content;

	void event(int content) {
		this.events++;
		this.content += content;
	}

	int events() {
		return this.events;
	}

	int content() {
		return this.content;
	}

}
