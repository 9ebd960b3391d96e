package io.bedrockruntime.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Times how long readers of a stream wait.
 */
class StreamMeters implements CallMeters.Recorder {

	static final String TIME_TO_FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";

	static final String TIME_PER_OUTPUT_CHUNK = "gen_ai.client.operation.time_per_output_chunk";

	private final MeterRegistry registry;

	private final boolean timePerOutputChunk;

	StreamMeters(MeterRegistry registry, boolean timePerOutputChunk) {
		this.registry = registry;
		this.timePerOutputChunk = timePerOutputChunk;
	}

	@Override
	public void start(BedrockRuntimeObservationContext context) {
		if (this.timePerOutputChunk && context.isStreaming()) {
			context.addChunkListener(new Gaps(context));
		}
	}

	@Override
	public void stop(BedrockRuntimeObservationContext context) {
		Duration timeToFirstChunk = context.timeToFirstChunk();
		if (timeToFirstChunk != null && context.isStreaming()) {
			timer(TIME_TO_FIRST_CHUNK, "Time from a call to the first event with content", context)
				.record(timeToFirstChunk);
		}
	}

	private Timer timer(String name, String description, BedrockRuntimeObservationContext context) {
		return Timer.builder(name).description(description).tags(CallTags.place(context)).register(this.registry);
	}

	/**
	 * Records the gaps of one stream, for which its timer is looked up once.
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
				timer = timer(TIME_PER_OUTPUT_CHUNK, "Time from one event with content to the next", this.context);
				this.timer = timer;
			}
			timer.record(gap);
		}

	}

}
