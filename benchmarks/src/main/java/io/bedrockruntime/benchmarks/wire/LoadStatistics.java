package io.bedrockruntime.benchmarks.wire;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Statistics of the calls of all users in one turn.
 */
final class LoadStatistics {

	/** Duration of each call. */
	final Latencies latency = new Latencies();

	/** Time to the first event of each stream. */
	final Latencies first = new Latencies();

	/** Time of each stamped event from the server's write to the listener. */
	final Latencies lag = new Latencies();

	/** Number of successful calls. */
	final LongAdder calls = new LongAdder();

	/** Number of failed calls. */
	final LongAdder failures = new LongAdder();

	/** Number of received pieces of text. */
	final LongAdder events = new LongAdder();

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	/**
	 * Record a completed call.
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
	 * Return the statistics, with the resources that the process has used meanwhile.
	 */
	Fields report(ProcessUsage before, ProcessUsage after) {
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
