package io.bedrockruntime.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ResponseMetadataTests {

	private static final List<String> INVALID_COUNTS = List.of("", " ", "many", "-1", "1.5", "0x10", "1e3", "NaN",
			"1,000", "99999999999999999999", "-9223372036854775808");

	static Stream<Arguments> counts() {
		return Stream.of(count("Input-Token-Count", ResponseMetadata::inputTokenCount),
				count("Output-Token-Count", ResponseMetadata::outputTokenCount),
				count("Cache-Read-Input-Token-Count", ResponseMetadata::cacheReadInputTokenCount),
				count("Cache-Write-Input-Token-Count", ResponseMetadata::cacheWriteInputTokenCount));
	}

	@ParameterizedTest
	@MethodSource("counts")
	void shouldReadTokenCount(String header, Function<ResponseMetadata, Integer> accessor) {
		assertThat(accessor.apply(metadata(header, "0"))).isZero();
		assertThat(accessor.apply(metadata(header, " 2147483647 "))).isEqualTo(Integer.MAX_VALUE);
		assertThat(accessor.apply(metadata(header, "1", "2"))).isEqualTo(1);
	}

	@ParameterizedTest
	@MethodSource("counts")
	void whenHeaderIsNotAValidTokenCountThenReturnsNull(String header, Function<ResponseMetadata, Integer> accessor) {
		assertThat(accessor.apply(metadata("x-other", "1"))).isNull();
		assertThat(accessor.apply(metadata(header))).isNull();
		assertThat(accessor.apply(metadata(header, "2147483648"))).isNull();
		assertThat(INVALID_COUNTS).allSatisfy((value) -> assertThat(accessor.apply(metadata(header, value))).isNull());
	}

	@Test
	void shouldReadInvocationLatency() {
		String header = "X-Amzn-Bedrock-Invocation-Latency";
		assertThat(metadata(header, "1234").invocationLatency()).isEqualTo(Duration.ofMillis(1234));
		assertThat(metadata(header, "9223372036854775807").invocationLatency()).isPositive();
		assertThat(metadata("x-other", "1").invocationLatency()).isNull();
		assertThat(INVALID_COUNTS)
			.allSatisfy((value) -> assertThat(metadata(header, value).invocationLatency()).isNull());
	}

	private static Arguments count(String header, Function<ResponseMetadata, Integer> accessor) {
		return arguments("X-Amzn-Bedrock-" + header, accessor);
	}

	private static ResponseMetadata metadata(String header, String... values) {
		return new ResponseMetadata("r-1", 200, Map.of(header, List.of(values)), 1);
	}

}
