package io.bedrockruntime.benchmarks.start;

import java.nio.file.Path;
import java.util.List;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that fresh JVMs receive their first response. Times are not checked.
 */
@Tag("exhaustive")
class ColdStartTests {

	@Test
	void measuresFirstResponseOfEachPeer(@TempDir Path folder) throws Exception {
		List<Measurement> measurements = ColdStart.run(RunProfile.SMOKE, folder);

		for (String peer : List.of("ours-unobserved", "sdk-netty")) {
			assertThat(measurements.stream().filter((each) -> each.peer().equals(peer))).extracting(Measurement::figure)
				.contains("cpu", "wall", "classes", "heap");
		}
		assertThat(measurements).allSatisfy((each) -> assertThat(each.value()).isPositive());
	}

}
