package io.bedrockruntime;

/** P. */
final class Probe {

	private Probe() {
	}

}
