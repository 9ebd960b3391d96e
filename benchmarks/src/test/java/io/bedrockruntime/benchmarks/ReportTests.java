package io.bedrockruntime.benchmarks;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Report}.
 */
class ReportTests {

	private static final Measurements MEASUREMENTS = new Measurements(
			List.of(cpu("users=16", "ours", 60), cpu("users=16", "sdk-crt", 80), cpu("users=16", "sdk-apache5", 100),
					cpu("users=16", "sdk-netty", 120), cpu("users=64", "ours", 96), cpu("users=64", "sdk-crt", 80),
					Measurement.once("open", "streams=1000", "ours", "heap per stream", "B", 20_000)));

	private static Measurement cpu(String users, String peer, double value) {
		return new Measurement("converse/cleartext", users, peer, "cpu per request", "us", value, value - 1, value + 1);
	}

	@Test
	void whenFiguresExistThenTargetsAreEvaluated() {
		assertThat(new Report(MEASUREMENTS, "A machine.").render()).contains("A machine.")
			.contains("| CPU of a request, users=16: the SDK with CRT | 0.80 | 0.75 | met |")
			.contains("| CPU of a request, users=16: the SDK with Netty | 0.45 | 0.50 | **missed** |")
			.contains("| CPU of a request, users=64: the SDK with CRT | 0.80 | 1.20 | **missed** |")
			.contains("| CPU of a request, users=64: the SDK with Netty | 0.45 | – | not measured |")
			.contains("| heap of an open stream, B | 24,576 | 20,000 | met |");
	}

	@Test
	void whenScenarioHasSeveralPeersThenEachHasARow() {
		assertThat(new Report(MEASUREMENTS, "").render()).contains("### converse/cleartext")
			.contains("| parameter | peer | cpu per request, us |")
			.contains("| users=16 | ours | 60.0 (59.0–61.0) |")
			.contains("| users=64 | sdk-crt | 80.0 (79.0–81.0) |");
	}

	@Test
	void whenScenarioHasSeveralPeersThenOurCostsAreDividedByTheirs() {
		assertThat(new Report(MEASUREMENTS, "").render()).contains("Ours divided by theirs:")
			.contains("| parameter | figure | sdk-crt | sdk-apache5 | sdk-netty |")
			.contains("| users=16 | cpu per request | 0.75 | 0.60 | 0.50 |")
			.contains("| users=64 | cpu per request | 1.20 |  |  |")
			.doesNotContain("| streams=1000 | heap per stream |");
	}

	@Test
	void whenFiguresAreWrittenThenTheyAreReadUnchanged(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("figures.csv");
		MEASUREMENTS.write(file);
		assertThat(Measurements.read(file)).isEqualTo(MEASUREMENTS);
	}

}
