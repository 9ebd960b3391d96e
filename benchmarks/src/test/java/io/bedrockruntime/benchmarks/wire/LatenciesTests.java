package io.bedrockruntime.benchmarks.wire;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LatenciesTests {

	@Test
	void knowsSharesToWithinTwoPercent() {
		Latencies latencies = new Latencies();
		for (long nanos = 1; nanos <= 1_000_000; nanos++) {
			latencies.add(nanos);
		}

		assertThat(latencies.count()).isEqualTo(1_000_000);
		assertThat(latencies.micros(0.5)).isCloseTo(500, within(10.0));
		assertThat(latencies.micros(0.9)).isCloseTo(900, within(18.0));
		assertThat(latencies.micros(0.99)).isCloseTo(990, within(20.0));
	}

	@Test
	void takesAnyDuration() {
		Latencies latencies = new Latencies();
		latencies.add(-5);
		latencies.add(Long.MAX_VALUE);

		assertThat(latencies.micros(0.1)).isLessThan(1);
		assertThat(latencies.micros(1)).isGreaterThan(9e15);
		assertThat(new Latencies().micros(0.5)).isZero();
	}

}
