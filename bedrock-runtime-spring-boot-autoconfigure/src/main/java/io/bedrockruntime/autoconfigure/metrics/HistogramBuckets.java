package io.bedrockruntime.autoconfigure.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * {@link MeterFilter} that sets the histogram buckets of the semantic conventions, each
 * twice or four times as large as the previous one. It matches meters by exact name and
 * type, so that meters of other libraries and derived meters do not change. Spring Boot's
 * properties take precedence, as they are applied later.
 */
class HistogramBuckets implements MeterFilter {

	/** Before the filter for Spring Boot's properties, which has the order 0. */
	static final int ORDER = -100;

	private static final double NANOS = Duration.ofSeconds(1).toNanos();

	/** From 10 ms to 82 s. */
	private static final double[] SECONDS = seconds(14);

	/** Up to 328 s, as a reasoning model may need minutes. */
	private static final double[] MORE_SECONDS = seconds(16);

	/** From 1 to 67,108,864. */
	private static final double[] TOKENS = IntStream.range(0, 14).mapToDouble((power) -> Math.pow(4, power)).toArray();

	private static final Map<String, double[]> TIMERS = Map.of(DefaultBedrockRuntimeObservationConvention.NAME,
			MORE_SECONDS, StreamMeters.TIME_TO_FIRST_CHUNK, SECONDS, StreamMeters.TIME_PER_OUTPUT_CHUNK, SECONDS);

	private static final Map<String, double[]> SUMMARIES = Map.of(TokenUsageMeters.NAME, TOKENS);

	@Override
	public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
		double @Nullable [] buckets = switch (id.getType()) {
			case TIMER -> TIMERS.get(id.getName());
			case DISTRIBUTION_SUMMARY -> SUMMARIES.get(id.getName());
			default -> null;
		};
		return (buckets != null)
				? DistributionStatisticConfig.builder().serviceLevelObjectives(buckets).build().merge(config) : config;
	}

	private static double[] seconds(int count) {
		return DoubleStream.iterate(0.01 * NANOS, (bound) -> bound * 2).limit(count).toArray();
	}

}
