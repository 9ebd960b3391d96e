package io.bedrockruntime.benchmarks.wire;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Histogram of durations with an error of at most 2 %. Threads add to it without locks
 * and without garbage.
 */
final class Latencies {

	private static final int STEP_BITS = 6;

	private static final int STEPS = 1 << STEP_BITS;

	private final AtomicLongArray counts = new AtomicLongArray((Long.SIZE - STEP_BITS) * STEPS);

	/**
	 * Add a duration.
	 */
	void add(long nanos) {
		this.counts.incrementAndGet(index(Math.max(0, nanos)));
	}

	/**
	 * Return the number of durations.
	 */
	long count() {
		long count = 0;
		for (int i = 0; i < this.counts.length(); i++) {
			count += this.counts.get(i);
		}
		return count;
	}

	/**
	 * Return a percentile in microseconds.
	 * @param share the share of durations that do not exceed it, from 0 to 1
	 * @return the duration, or zero if there are none
	 */
	double micros(double share) {
		long due = (long) Math.ceil(count() * share);
		long seen = 0;
		for (int i = 0; i < this.counts.length() && due > 0; i++) {
			seen += this.counts.get(i);
			if (seen >= due) {
				return middle(i) / 1000.0;
			}
		}
		return 0;
	}

	private static int index(long nanos) {
		int shift = Math.max(0, Long.SIZE - STEP_BITS - 1 - Long.numberOfLeadingZeros(nanos | 1));
		return shift * STEPS + (int) (nanos >>> shift);
	}

	private static double middle(int index) {
		int shift = Math.max(0, index / STEPS - 1);
		long low = (long) (index - shift * STEPS) << shift;
		return low + (1L << shift) / 2.0;
	}

}
