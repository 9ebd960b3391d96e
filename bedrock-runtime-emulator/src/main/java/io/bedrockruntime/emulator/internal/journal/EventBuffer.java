package io.bedrockruntime.emulator.internal.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.record.ReceivedEvents;
import io.bedrockruntime.eventstream.EventStreamMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Buffer of the events of one request. It keeps the last 1,000 events and 8 MB, and
 * nothing once the journal has dropped the request; it counts all of them.
 */
public final class EventBuffer implements ReceivedEvents {

	private static final int MOST_EVENTS = 1_000;

	private static final long MOST_BYTES = 8L * 1024 * 1024;

	private final Deque<EventStreamMessage> messages = new ArrayDeque<>();

	private long bytes;

	private long count;

	private boolean complete;

	private boolean forgotten;

	@Override
	public synchronized List<EventStreamMessage> messages() {
		return List.copyOf(this.messages);
	}

	@Override
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

	@Override
	public synchronized long count() {
		return this.count;
	}

	@Override
	public synchronized boolean isComplete() {
		return this.complete;
	}

	@Override
	public synchronized List<EventStreamMessage> await(int number, Duration timeout) {
		await(() -> this.count >= number, number + " events", timeout);
		return messages();
	}

	@Override
	public synchronized List<EventStreamMessage> awaitComplete(Duration timeout) {
		await(() -> this.complete, "the end of the events", timeout);
		return messages();
	}

	/** Add an event, and return the number of bytes that it adds. */
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

	/** Drop all events now and in future, and return the number of bytes freed. */
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
				throw new IllegalStateException("The request has not received " + what + " within " + timeout);
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
