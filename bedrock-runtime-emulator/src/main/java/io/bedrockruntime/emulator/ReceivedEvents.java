package io.bedrockruntime.emulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.bedrockruntime.eventstream.EventStreamMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The events of a request that is a stream itself, as they come in: verified, and taken
 * out of the messages that sign them. Of very many the last ones are kept, and none when
 * the emulator has forgotten the request; all are counted. May be read from any thread
 * while the stream goes on.
 */
public final class ReceivedEvents {

	private static final int MOST_EVENTS = 1_000;

	private static final long MOST_BYTES = 8L * 1024 * 1024;

	private final Deque<EventStreamMessage> messages = new ArrayDeque<>();

	private long bytes;

	private long count;

	private boolean complete;

	private boolean forgotten;

	ReceivedEvents() {
	}

	/**
	 * Return the events received.
	 * @return the events in order
	 */
	public synchronized List<EventStreamMessage> messages() {
		return List.copyOf(this.messages);
	}

	/**
	 * Return what the events carry in their member {@code bytes}, decoded.
	 * @return the content of each event that has any, in order
	 */
	public List<byte[]> contents() {
		List<byte[]> contents = new ArrayList<>();
		for (EventStreamMessage message : messages()) {
			try {
				JsonNode part = Json.read(message.payload()).path("bytes");
				if (part.isString()) {
					contents.add(Base64.getDecoder().decode(part.asString("")));
				}
			}
			catch (JacksonException | IllegalArgumentException ex) {
				// an event without content
			}
		}
		return contents;
	}

	/**
	 * Return how many events have been received in all.
	 * @return the number of events
	 */
	public synchronized long count() {
		return this.count;
	}

	/**
	 * Return whether the client has said that no more events come.
	 * @return whether the signed end of the stream was received
	 */
	public synchronized boolean isComplete() {
		return this.complete;
	}

	/**
	 * Wait until a number of events have been received in all.
	 * @param number how many
	 * @param timeout how long to wait at most
	 * @return the events in order
	 * @throws IllegalStateException if they do not come in time
	 */
	public synchronized List<EventStreamMessage> await(int number, Duration timeout) {
		await(() -> this.count >= number, number + " events", timeout);
		return messages();
	}

	/**
	 * Wait until the client has said that no more events come.
	 * @param timeout how long to wait at most
	 * @return the events in order
	 * @throws IllegalStateException if it is not said in time
	 */
	public synchronized List<EventStreamMessage> awaitComplete(Duration timeout) {
		await(() -> this.complete, "the end of the events", timeout);
		return messages();
	}

	/** Add an event and return by how many bytes that makes this larger. */
	synchronized long add(EventStreamMessage message) {
		long before = this.bytes;
		this.count++;
		if (!this.forgotten) {
			this.messages.add(message);
			this.bytes += message.payload().length;
			while (this.messages.size() > MOST_EVENTS || this.bytes > MOST_BYTES && this.messages.size() > 1) {
				this.bytes -= this.messages.remove().payload().length;
			}
		}
		notifyAll();
		return this.bytes - before;
	}

	synchronized void complete() {
		this.complete = true;
		notifyAll();
	}

	/** Keep nothing any more, and return how many bytes that frees. */
	synchronized long forget() {
		long freed = this.bytes;
		this.forgotten = true;
		this.messages.clear();
		this.bytes = 0;
		return freed;
	}

	private void await(BooleanSupplier condition, String what, Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (!condition.getAsBoolean()) {
			long left = (deadline - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				throw new IllegalStateException("The request has not brought " + what + " within " + timeout);
			}
			try {
				wait(left);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while waiting for " + what, ex);
			}
		}
	}

	@Override
	public synchronized String toString() {
		return "ReceivedEvents[" + this.count + (this.complete ? ", complete]" : "]");
	}

}
