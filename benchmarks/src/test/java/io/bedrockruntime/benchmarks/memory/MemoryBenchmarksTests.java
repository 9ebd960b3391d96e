package io.bedrockruntime.benchmarks.memory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the benchmarks work, for our client and for the SDK.
 */
@Tag("exhaustive")
class MemoryBenchmarksTests {

	@ParameterizedTest
	@CsvSource({ "deltas, 16384", "deltas, 1024", "deltas, 64", "chunks, 16384", "chunks, 64" })
	void shouldDecodeAllOfStream(String kind, int pieces) {
		SampleStream stream = SampleStream.of(kind, 500);
		assertThat(stream.bytes().length / 500).isBetween(200, 210);
		DecodeBenchmark benchmark = new DecodeBenchmark();
		benchmark.kind = kind;
		benchmark.pieces = pieces;
		benchmark.setUp();
		try {
			// Twice, as the input must be reusable.
			for (int i = 0; i < 2; i++) {
				assertThat(List.of(benchmark.ours(), benchmark.sdk())).allSatisfy((count) -> {
					assertThat(count.events()).isEqualTo(500);
					assertThat(count.content()).isEqualTo(stream.content());
				});
				assertThat(benchmark.isAllReleased()).isTrue();
				EventCount messages = benchmark.oursDecoder();
				assertThat(messages.events()).isEqualTo(500);
				assertThat(messages).usingRecursiveComparison().isEqualTo(benchmark.sdkDecoder());
			}
		}
		finally {
			benchmark.tearDown();
		}
	}

	@Test
	void shouldEncodeAlike() {
		EncodeBenchmark benchmark = new EncodeBenchmark();
		assertThat(benchmark.ours()).isEqualTo(benchmark.sdk()).hasSizeBetween(200, 210);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1024, 1024 * 1024 })
	void shouldSign(int size) {
		SignBenchmark benchmark = new SignBenchmark();
		benchmark.size = size;
		benchmark.setUp();
		assertThat(benchmark.ours().get("authorization")).contains("Credential=AKIDEXAMPLE/", "/us-east-1/bedrock/",
				"content-type", "Signature=");
		SdkHttpRequest signed = benchmark.sdk().request();
		assertThat(signed.firstMatchingHeader("Authorization").orElseThrow()).contains("Credential=AKIDEXAMPLE/",
				"/us-east-1/bedrock/", "content-type", "Signature=");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 200 })
	void shouldSerialiseAlike(int messages) throws Exception {
		SerialiseBenchmark benchmark = new SerialiseBenchmark();
		benchmark.messages = messages;
		benchmark.setUp();
		byte[] sdk = benchmark.sdk().contentStreamProvider().orElseThrow().newStream().readAllBytes();
		assertThat(sdk).hasSizeGreaterThan(200 * messages);
		assertThat(sorted(benchmark.ours())).isEqualTo(sorted(sdk));
	}

	/** The order of members differs, but is irrelevant. */
	private static Map<?, ?> sorted(byte[] json) {
		return new tools.jackson.databind.json.JsonMapper().readValue(json, Map.class);
	}

	@ParameterizedTest
	@CsvSource({ "text, 1, 0", "tool use, 2, 1" })
	void shouldParseAlike(String content, int blocks, int toolUses) {
		ParseBenchmark benchmark = new ParseBenchmark();
		benchmark.response = content;
		benchmark.setUp();
		io.bedrockruntime.model.converse.ConverseResponse ours = benchmark.ours();
		ConverseResponse sdk = benchmark.sdk();
		assertThat(ours.text().getBytes(StandardCharsets.UTF_8)).hasSize(1024);
		assertThat(ours.toolUses()).hasSize(toolUses);
		assertThat(sdk.output().message().content()).hasSize(blocks);
		assertThat(sdk.output().message().content().get(0).text()).isEqualTo(ours.text());
		assertThat(sdk.usage().totalTokens()).isEqualTo(ours.usage().totalTokens()).isEqualTo(268);
	}

	@Test
	void shouldReportJmhMeasurements(@TempDir Path folder) throws Exception {
		JmhRun jmhRun = new JmhRun(DecodeBenchmark.class, "ours",
				Map.of("kind", List.of("chunks"), "events", List.of("50"), "pieces", List.of("1024")));
		List<Measurement> measurements = MemoryBenchmarks.run(jmhRun, RunProfile.SMOKE, folder);
		assertThat(measurements).hasSize(3).allSatisfy((measurement) -> {
			assertThat(measurement.scenario()).isEqualTo("decode/chunks");
			assertThat(measurement.parameter()).isEqualTo("events=50,pieces=1KiB");
			assertThat(measurement.peer()).isEqualTo("ours");
			assertThat(measurement.value()).isPositive().isBetween(measurement.low(), measurement.high());
		});
		assertThat(measurements).extracting(Measurement::figure).containsExactly("time", "cpu", "allocated");
		assertThat(measurements).extracting(Measurement::unit).containsExactly("ns", "ns", "B");
	}

	@Test
	void shouldNameSizesAndPeers(@TempDir Path folder) throws Exception {
		JmhRun jmhRun = new JmhRun(SignBenchmark.class, "sdk", Map.of("size", List.of("1048576")));
		assertThat(MemoryBenchmarks.run(jmhRun, RunProfile.SMOKE, folder).get(0)).satisfies((measurement) -> {
			assertThat(measurement.scenario()).isEqualTo("sign/1MiB");
			assertThat(measurement.parameter()).isEmpty();
			assertThat(measurement.peer()).isEqualTo("sdk");
			assertThat(measurement.unit()).isEqualTo("us");
		});
	}

}
