package io.bedrockruntime.benchmarks.start;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.benchmarks.peer.Conversation;
import io.bedrockruntime.benchmarks.peer.Peer;
import io.bedrockruntime.benchmarks.peer.PeerSettings;
import io.bedrockruntime.benchmarks.peer.Peers;
import io.bedrockruntime.benchmarks.peer.StreamListener;
import io.bedrockruntime.benchmarks.process.ParentOutput;
import org.jspecify.annotations.Nullable;

/**
 * Main class that makes calls in a heap that may be too small. It ends the JVM after any
 * error.
 */
final class SmallestHeapMain {

	private static final int CALLS = 300;

	private static final int SECONDS = 60;

	private SmallestHeapMain() {
	}

	/**
	 * Make consecutive calls, or open streams.
	 * @param arguments the client's name, the endpoint, and the number of streams: 0 for
	 * calls
	 * @throws Exception if a call fails
	 */
	public static void main(String[] arguments) throws Exception {
		int streams = Integer.parseInt(arguments[2]);
		Peer peer = Peers.create(arguments[0], new PeerSettings(URI.create(arguments[1]), Math.max(streams, 10)));
		try {
			if (streams > 0) {
				open(peer, streams);
			}
			else {
				call(peer);
			}
		}
		catch (Throwable ex) {
			ex.printStackTrace();
			Runtime.getRuntime().halt(2);
		}
		ParentOutput.sendFigure("rss", StartupFigures.rss());
		ParentOutput.sendFigure("heap in use", StartupFigures.heap());
		Runtime.getRuntime().halt(0);
	}

	private static void call(Peer peer) throws Exception {
		Conversation conversation = Conversation.small("amazon.nova-lite-v1:0");
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		for (int i = 0; i < CALLS; i++) {
			peer.converse(conversation)
				.toCompletableFuture()
				.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
		}
	}

	private static void open(Peer peer, int streams) throws InterruptedException {
		Conversation conversation = Conversation.small("amazon.nova-lite-v1:0");
		CountDownLatch open = new CountDownLatch(streams);
		for (int i = 0; i < streams; i++) {
			peer.converseStream(conversation, new OpenStream(open));
		}
		if (!open.await(SECONDS, TimeUnit.SECONDS)) {
			throw new IllegalStateException(open.getCount() + " streams are not open");
		}
	}

	/** Listener that waits for the first event of a stream, which must not end. */
	private record OpenStream(CountDownLatch open) implements StreamListener {

		@Override
		public void text(@Nullable String text) {
			this.open.countDown();
		}

		@Override
		public void other() {
			// Only text counts as the first event.
		}

		@Override
		public void end(@Nullable Throwable failure) {
			System.err.println("Ended by " + failure);
			Runtime.getRuntime().halt(2);
		}

	}

}
