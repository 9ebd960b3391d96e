package io.bedrockruntime.emulator.soak;

import java.time.Duration;
import java.util.Random;

/**
 * Settings of a soak test. Each value can be set by a system property; the defaults are
 * small enough for the ordinary tests.
 *
 * @param duration the time during which streams are started
 * @param streams the number of concurrent streams
 * @param readers the number of threads that read streams
 * @param tokensPerSecond the speed of each stream
 * @param seed the seed of the faults, their positions and the cancellations
 */
record SoakSettings(Duration duration, int streams, int readers, int tokensPerSecond, long seed) {

	static SoakSettings fromSystemProperties() {
		return new SoakSettings(Duration.parse(System.getProperty("soak.duration", "PT2S")),
				Integer.getInteger("soak.streams", 50), Integer.getInteger("soak.readers", 4),
				Integer.getInteger("soak.tokens-per-second", 200),
				Long.getLong("soak.seed", new Random().nextLong(1_000_000)));
	}

	/** Whether the duration is long enough for the memory to settle. */
	boolean isLong() {
		return this.duration.compareTo(Duration.ofMinutes(1)) >= 0;
	}

}
