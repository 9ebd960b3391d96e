package io.bedrockruntime.benchmarks.wire;

import io.bedrockruntime.benchmarks.peer.StreamListener;
import org.jspecify.annotations.Nullable;

/**
 * Listener that records the events of one stream.
 */
final class StreamRecorder implements StreamListener {

	private final LoadStatistics statistics;

	private final boolean stamped;

	private final User.End ended;

	private final long started = System.nanoTime();

	private boolean first = true;

	private int events;

	/**
	 * Create a recorder.
	 * @param statistics the statistics to update
	 * @param stamped whether the texts are times
	 * @param ended the listener for the end of the call
	 */
	StreamRecorder(LoadStatistics statistics, boolean stamped, User.End ended) {
		this.statistics = statistics;
		this.stamped = stamped;
		this.ended = ended;
	}

	@Override
	public void text(@Nullable String text) {
		seen();
		this.events++;
		if (this.stamped && text != null) {
			this.statistics.lag.add(System.nanoTime() - Long.parseLong(text));
		}
	}

	@Override
	public void other() {
		seen();
	}

	@Override
	public void end(@Nullable Throwable failure) {
		this.statistics.events.add(this.events);
		this.ended.ended(failure);
	}

	private void seen() {
		if (this.first) {
			this.first = false;
			this.statistics.first.add(System.nanoTime() - this.started);
		}
	}

}
