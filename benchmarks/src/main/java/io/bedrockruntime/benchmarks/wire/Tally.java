package io.bedrockruntime.benchmarks.wire;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * What the users of one turn have seen.
 */
final class Tally {

	/** How long each call took. */
	final Latencies latency = new Latencies();

	/** How long each stream took to its first event. */
	final Latencies first = new Latencies();

	/** How long each stamped event took from the server's writing to the listener. */
	final Latencies lag = new Latencies();

	/** Calls that ended well. */
	final LongAdder calls = new LongAdder();

	/** Calls that failed. */
	final LongAdder failures = new LongAdder();

	/** Pieces of text that came. */
	final LongAdder events = new LongAdder();

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	/**
	 * Count a call that has ended.
	 */
	void ended(long nanos, @Nullable Throwable failure) {
		if (failure == null) {
			this.calls.increment();
			this.latency.add(nanos);
		}
		else {
			this.failures.increment();
			this.failure.compareAndSet(null, failure);
		}
	}

	/**
	 * Return all of it, with what the process has used meanwhile.
	 */
	Fields report(ProcessFigures before, ProcessFigures after) {
		Fields fields = new Fields("ok").with("calls", this.calls.sum())
			.with("failures", this.failures.sum())
			.with("events", this.events.sum())
			.with("wall", after.wall() - before.wall())
			.with("cpu", after.cpu() - before.cpu())
			.with("allocated", after.allocated() - before.allocated());
		report(fields, "latency", this.latency);
		report(fields, "first", this.first);
		report(fields, "lag", this.lag);
		Throwable seen = this.failure.get();
		return (seen != null) ? fields.with("failure", seen) : fields;
	}

	private static void report(Fields fields, String name, Latencies latencies) {
		if (latencies.count() > 0) {
			fields.with(name + "50", latencies.micros(0.5))
				.with(name + "90", latencies.micros(0.9))
				.with(name + "99", latencies.micros(0.99));
		}
	}

}
