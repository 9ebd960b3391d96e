package io.bedrockruntime.benchmarks.memory;

/**
 * What has come out of a stream, for the tests and so that nothing is optimised away.
 */
public final class Tally {

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
