package io.bedrockruntime.benchmarks.wire;

import io.bedrockruntime.benchmarks.peer.StreamListener;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of one stream.
 */
final class StreamTally implements StreamListener {

	private final Tally tally;

	private final boolean stamped;

	private final User.End ended;

	private final long started = System.nanoTime();

	private boolean first = true;

	private int events;

	/**
	 * Create a count.
	 * @param tally what it is added to
	 * @param stamped whether the texts are times
	 * @param ended is told of the end
	 */
	StreamTally(Tally tally, boolean stamped, User.End ended) {
		this.tally = tally;
		this.stamped = stamped;
		this.ended = ended;
	}

	@Override
	public void text(@Nullable String text) {
		seen();
		this.events++;
		if (this.stamped && text != null) {
			this.tally.lag.add(System.nanoTime() - Long.parseLong(text));
		}
	}

	@Override
	public void other() {
		seen();
	}

	@Override
	public void end(@Nullable Throwable failure) {
		this.tally.events.add(this.events);
		this.ended.ended(failure);
	}

	private void seen() {
		if (this.first) {
			this.first = false;
			this.tally.first.add(System.nanoTime() - this.started);
		}
	}

}
