package io.bedrockruntime.benchmarks.peer;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.stream.EventStream;

/**
 * Our blocking client, called as by an application with one thread per user. A separate
 * thread reads each stream.
 *
 * @param operations the client
 * @param closing the action that closes the client
 */
record OurBlockingPeer(BedrockRuntimeOperations operations, Runnable closing) implements Peer {

	@Override
	public boolean isBlocking() {
		return true;
	}

	@Override
	public CompletionStage<Integer> converse(Conversation conversation) {
		try {
			return CompletableFuture
				.completedFuture(this.operations.converse(OurRequests.converse(conversation)).text().length());
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public CompletionStage<Integer> invoke(String modelId, byte[] body) {
		try {
			return CompletableFuture
				.completedFuture(this.operations.invokeModel(OurRequests.invoke(modelId, body)).body().size());
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public Runnable converseStream(Conversation conversation, StreamListener listener) {
		EventStream<ConverseStreamOutput> events = this.operations
			.converseStream(OurRequests.converseStream(conversation));
		AtomicBoolean givenUp = new AtomicBoolean();
		Thread reader = new Thread(() -> read(events, listener, givenUp), "stream-reader");
		reader.setDaemon(true);
		reader.start();
		return () -> {
			givenUp.set(true);
			events.close();
		};
	}

	private static void read(EventStream<ConverseStreamOutput> events, StreamListener listener, AtomicBoolean givenUp) {
		try (events) {
			for (ConverseStreamOutput event : events) {
				OurRequests.notify(listener, event);
			}
			listener.end(null);
		}
		catch (CancellationException ex) {
			if (!givenUp.get()) {
				listener.end(ex);
			}
		}
		catch (RuntimeException ex) {
			listener.end(ex);
		}
	}

	@Override
	public void close() {
		this.closing.run();
	}

}
