package io.bedrockruntime.benchmarks.wire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A user who starts a call when the previous one has ended, without recursion.
 */
final class User implements Runnable {

	private static final int MOST_FAILURES = 3;

	private final LoadStatistics statistics;

	private final Call call;

	private final long deadline;

	private final CountDownLatch gone;

	private final AtomicInteger due = new AtomicInteger();

	private long started;

	private boolean begun;

	private int failures;

	/**
	 * Create a user.
	 * @param statistics the statistics of the calls
	 * @param call the call to make
	 * @param deadline the time after which no call is started
	 * @param gone the latch to count down when the user has finished
	 */
	User(LoadStatistics statistics, Call call, long deadline, CountDownLatch gone) {
		this.statistics = statistics;
		this.call = call;
		this.deadline = deadline;
		this.gone = gone;
	}

	@Override
	public void run() {
		if (this.due.getAndIncrement() > 0) {
			return;
		}
		do {
			next();
		}
		while (this.due.decrementAndGet() > 0);
	}

	private void next() {
		// The first call is always started, so that each turn has a call of each user.
		if (this.begun && (System.nanoTime() - this.deadline >= 0 || this.failures >= MOST_FAILURES)) {
			this.gone.countDown();
			return;
		}
		this.begun = true;
		this.started = System.nanoTime();
		try {
			this.call.start(this::ended);
		}
		catch (RuntimeException ex) {
			ended(ex);
		}
	}

	private void ended(@Nullable Throwable failure) {
		this.statistics.ended(System.nanoTime() - this.started, failure);
		if (failure != null) {
			this.failures++;
		}
		run();
	}

	/** A call that can be started. */
	interface Call {

		/**
		 * Start the call.
		 * @param end the listener for its end
		 */
		void start(End end);

	}

	/** Listener for the end of a call. */
	interface End {

		/**
		 * Receive the end of the call.
		 * @param failure the failure, or {@code null} if the call succeeded
		 */
		void ended(@Nullable Throwable failure);

	}

}
