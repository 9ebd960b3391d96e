package io.bedrockruntime.benchmarks.wire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A user who starts the next call when the last one has ended, without a stack that grows
 * with them.
 */
final class User implements Runnable {

	private static final int MOST_FAILURES = 3;

	private final Tally tally;

	private final Call call;

	private final long deadline;

	private final CountDownLatch gone;

	private final AtomicInteger due = new AtomicInteger();

	private long started;

	private boolean begun;

	private int failures;

	/**
	 * Create a user.
	 * @param tally counts the calls
	 * @param call starts one
	 * @param deadline when no other call is started
	 * @param gone is told when there are no more
	 */
	User(Tally tally, Call call, long deadline, CountDownLatch gone) {
		this.tally = tally;
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
		// The first one is started in any case, so that each turn has some of each user.
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
		this.tally.ended(System.nanoTime() - this.started, failure);
		if (failure != null) {
			this.failures++;
		}
		run();
	}

	/** Starts a call. */
	interface Call {

		/**
		 * Start the call.
		 * @param end is told of its end
		 */
		void start(End end);

	}

	/** Is told of the end of a call. */
	interface End {

		/**
		 * The call has ended.
		 * @param failure what it failed with, if it did
		 */
		void ended(@Nullable Throwable failure);

	}

}
