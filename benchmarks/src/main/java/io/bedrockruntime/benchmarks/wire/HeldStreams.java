package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.bedrockruntime.benchmarks.peer.Conversation;
import io.bedrockruntime.benchmarks.peer.Peer;
import io.bedrockruntime.benchmarks.peer.StreamListener;
import io.bedrockruntime.benchmarks.process.ProcessMemory;
import org.jspecify.annotations.Nullable;

/**
 * Measurement of open streams that receive no further event after their first one.
 */
final class HeldStreams {

	private static final long MAX_WAIT_SECONDS = 30;

	private HeldStreams() {
	}

	/**
	 * Open the number of streams in the command, measure the memory, and cancel them.
	 */
	static Fields measure(Peer peer, Fields command) throws InterruptedException, IOException {
		int streams = command.count("streams");
		long heap = ProcessMemory.heapAfterCollection();
		long resident = ProcessMemory.residentBytes();
		int threads = ProcessUsage.threads();
		CountDownLatch opened = new CountDownLatch(streams);
		AtomicInteger failures = new AtomicInteger();
		List<Runnable> cancels = new ArrayList<>();
		for (int i = 0; i < streams; i++) {
			cancels.add(peer.converseStream(Conversation.small(ResponseSpec.hold()), new Opening(opened, failures)));
		}
		boolean all = opened.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
		Fields report = new Fields("ok").with("heap", (double) (ProcessMemory.heapAfterCollection() - heap) / streams)
			.with("resident", (double) (ProcessMemory.residentBytes() - resident) / streams)
			.with("resident-in-all", ProcessMemory.residentBytes())
			.with("threads", ProcessUsage.threads())
			.with("threads-before", threads)
			.with("failures", failures.get() + (all ? 0 : opened.getCount()));
		cancels.forEach(Runnable::run);
		return report;
	}

	private static final class Opening implements StreamListener {

		private final CountDownLatch opened;

		private final AtomicInteger failures;

		private boolean begun;

		Opening(CountDownLatch opened, AtomicInteger failures) {
			this.opened = opened;
			this.failures = failures;
		}

		@Override
		public void text(@Nullable String text) {
			begin();
		}

		@Override
		public void other() {
			// The text arrives later.
		}

		@Override
		public void end(@Nullable Throwable failure) {
			if (!this.begun) {
				this.failures.incrementAndGet();
				begin();
			}
		}

		private void begin() {
			if (!this.begun) {
				this.begun = true;
				this.opened.countDown();
			}
		}

	}

}
