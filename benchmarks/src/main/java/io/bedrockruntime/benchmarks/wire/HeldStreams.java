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
import org.jspecify.annotations.Nullable;

/**
 * Streams that have had their first event, and get no other.
 */
final class HeldStreams {

	private static final long PATIENCE_SECONDS = 30;

	private HeldStreams() {
	}

	/**
	 * Open as many streams as a command says, look at the memory, and give them up.
	 */
	static Fields measure(Peer peer, Fields command) throws InterruptedException, IOException {
		int streams = command.count("streams");
		long heap = ProcessFigures.heapAfterCollection();
		long resident = ProcessFigures.residentBytes();
		int threads = ProcessFigures.threads();
		CountDownLatch opened = new CountDownLatch(streams);
		AtomicInteger failures = new AtomicInteger();
		List<Runnable> cancels = new ArrayList<>();
		for (int i = 0; i < streams; i++) {
			cancels.add(peer.converseStream(Conversation.small(Model.hold()), new Opening(opened, failures)));
		}
		boolean all = opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		Fields report = new Fields("ok").with("heap", (double) (ProcessFigures.heapAfterCollection() - heap) / streams)
			.with("resident", (double) (ProcessFigures.residentBytes() - resident) / streams)
			.with("resident-in-all", ProcessFigures.residentBytes())
			.with("threads", ProcessFigures.threads())
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
			// The text comes after it.
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
