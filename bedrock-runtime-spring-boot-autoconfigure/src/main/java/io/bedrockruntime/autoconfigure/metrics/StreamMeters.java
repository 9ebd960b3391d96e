package io.bedrockruntime.autoconfigure.metrics;

import java.time.Duration;
import java.util.function.Consumer;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Records the time until the first chunk of a stream and between chunks.
 */
class StreamMeters implements CallMeters.Recorder {

	static final String TIME_TO_FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";

	static final String TIME_PER_OUTPUT_CHUNK = "gen_ai.client.operation.time_per_output_chunk";

	private final MeterCache<CallTags, Timer> firstChunks;

	private final MeterCache<CallTags, Timer> gaps;

	private final boolean timePerOutputChunk;

	StreamMeters(MeterRegistry registry, boolean timePerOutputChunk) {
		this.firstChunks = timers(registry, TIME_TO_FIRST_CHUNK, "Time from a call to the first event with content");
		this.gaps = timers(registry, TIME_PER_OUTPUT_CHUNK, "Time from one event with content to the next");
		this.timePerOutputChunk = timePerOutputChunk;
	}

	private static MeterCache<CallTags, Timer> timers(MeterRegistry registry, String name, String description) {
		return new MeterCache<>(registry,
				(tags) -> Timer.builder(name).description(description).tags(tags.location()).register(registry));
	}

	@Override
	public void start(BedrockRuntimeObservationContext context, CallTags tags) {
		if (this.timePerOutputChunk && context.isStreaming()) {
			context.addChunkListener(new Gaps(context));
		}
	}

	@Override
	public void stop(BedrockRuntimeObservationContext context, CallTags tags) {
		Duration timeToFirstChunk = context.timeToFirstChunk();
		if (timeToFirstChunk != null && context.isStreaming()) {
			this.firstChunks.get(tags).record(timeToFirstChunk);
		}
	}

	/**
	 * Records the gaps of one stream, whose timer is looked up once.
	 */
	private final class Gaps implements Consumer<Duration> {

		private final BedrockRuntimeObservationContext context;

		private @Nullable Timer timer;

		private Gaps(BedrockRuntimeObservationContext context) {
			this.context = context;
		}

		@Override
		public void accept(Duration gap) {
			Timer timer = this.timer;
			if (timer == null) {
				timer = StreamMeters.this.gaps.get(CallTags.of(this.context));
				this.timer = timer;
			}
			timer.record(gap);
		}

	}

}
