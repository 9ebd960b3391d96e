package io.bedrockruntime.emulator.soak;

import java.time.Duration;
import java.util.Random;

/**
 * How long and how hard. Each value can be set by a system property; what is not set
 * makes a form so small that it goes with the ordinary tests.
 *
 * @param duration how long streams are started
 * @param streams how many streams run at once
 * @param readers how many threads read streams
 * @param tokensPerSecond the pace of each stream
 * @param seed what the faults, their places and the cancellations are drawn from
 */
record SoakSettings(Duration duration, int streams, int readers, int tokensPerSecond, long seed) {

	static SoakSettings fromSystemProperties() {
		return new SoakSettings(Duration.parse(System.getProperty("soak.duration", "PT2S")),
				Integer.getInteger("soak.streams", 50), Integer.getInteger("soak.readers", 4),
				Integer.getInteger("soak.tokens-per-second", 200),
				Long.getLong("soak.seed", new Random().nextLong(1_000_000)));
	}

	/** Whether there is time enough for the memory to settle. */
	boolean isLong() {
		return this.duration.compareTo(Duration.ofMinutes(1)) >= 0;
	}

}
