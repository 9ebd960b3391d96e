package io.bedrockruntime.benchmarks.start;

import java.nio.file.Path;
import java.util.List;

import io.bedrockruntime.benchmarks.Form;
import io.bedrockruntime.benchmarks.Measurement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That fresh JVMs get to their first answer: no times.
 */
@Tag("exhaustive")
class ColdStartTests {

	@Test
	void measuresTheFirstAnswerOfEachPeer(@TempDir Path folder) throws Exception {
		List<Measurement> measurements = ColdStart.run(Form.SMOKE, folder);

		for (String peer : List.of("ours-unobserved", "sdk-netty")) {
			assertThat(measurements.stream().filter((each) -> each.peer().equals(peer))).extracting(Measurement::figure)
				.contains("cpu", "wall", "classes", "heap");
		}
		assertThat(measurements).allSatisfy((each) -> assertThat(each.value()).isPositive());
	}

}
