package io.bedrockruntime.benchmarks.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each scenario works. Times are not checked.
 */
@Tag("exhaustive")
class WireBenchmarksTests {

	private static final List<String> PEERS = List.of("ours-unobserved", "raw-webclient");

	@TempDir
	private Path folder;

	@Test
	void measuresEachScenarioWithEachPeer() throws Exception {
		List<Measurement> measurements = WireBenchmarks.run(RunProfile.SMOKE, this.folder);

		assertThat(measurements.stream().map(Measurement::peer)).hasSameElementsAs(PEERS);
		assertThat(measurements.stream().filter((each) -> each.figure().equals("calls"))).isNotEmpty()
			.allSatisfy((each) -> assertThat(each.value()).isPositive());
		assertThat(measurements.stream().filter((each) -> each.figure().equals("failures"))).isNotEmpty()
			.allSatisfy((each) -> assertThat(each.value()).as(each.toString()).isZero());
		assertThat(measurements.stream().filter((each) -> each.figure().equals("events lost"))).isNotEmpty()
			.allSatisfy((each) -> assertThat(each.value()).as(each.toString()).isZero());
		assertThat(measurements.stream().filter((each) -> each.figure().equals("breakdowns"))).isEmpty();
		for (String peer : PEERS) {
			for (String calls : List.of("converse/cleartext", "converse/tls", "upload", "download")) {
				assertThat(figures(measurements, calls, peer)).contains("cpu per request", "allocated per request",
						"requests per second", "latency p50", "latency p90", "latency p99", "heap peak", "threads");
			}
			for (String streams : List.of("stream/cleartext", "stream/tls", "paced", "overload")) {
				assertThat(figures(measurements, streams, peer)).contains("cpu per event", "allocated per event",
						"events per second", "first event p50", "first event p99");
			}
			assertThat(figures(measurements, "open", peer)).contains("heap per stream", "RSS per stream", "RSS",
					"threads");
		}
		for (String stamped : List.of("paced", "overload")) {
			assertThat(figures(measurements, stamped, "ours-unobserved")).contains("lag p50", "lag p99");
		}
	}

	private static Set<String> figures(List<Measurement> measurements, String scenario, String peer) {
		return measurements.stream()
			.filter((each) -> each.scenario().equals(scenario) && each.peer().equals(peer))
			.map(Measurement::figure)
			.collect(Collectors.toSet());
	}

}
