package io.bedrockruntime.emulator.internal.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.eventstream.EventStreamMessage;
import org.jspecify.annotations.Nullable;

/**
 * Bounded record of requests, their events and cancellations.
 */
public final class Journal {

	private static final int MOST_ENTRIES = 1_000;

	private static final long MOST_BYTES = 64L * 1024 * 1024;

	private final Deque<RecordedRequest> requests = new ArrayDeque<>();

	private final Deque<Cancellation> cancellations = new ArrayDeque<>();

	private long bytes;

	private long requestCount;

	private long cancellationCount;

	private int era;

	/**
	 * Add a request.
	 * @param request the request
	 * @return the current era; each {@link #clear()} ends one
	 */
	public synchronized int add(RecordedRequest request) {
		this.requests.add(request);
		this.requestCount++;
		this.bytes += request.body().length;
		trim();
		notifyAll();
		return this.era;
	}

	/** Add an event to a request that is already recorded. */
	public synchronized void add(RecordedRequest request, EventStreamMessage event) {
		this.bytes += events(request).add(event);
		trim();
	}

	/** Record the end of a request's events. */
	public void complete(RecordedRequest request) {
		events(request).complete();
	}

	private static EventBuffer events(RecordedRequest request) {
		return (EventBuffer) request.receivedEvents();
	}

	private void trim() {
		while (this.requests.size() > MOST_ENTRIES || this.bytes > MOST_BYTES && this.requests.size() > 1) {
			RecordedRequest oldest = this.requests.remove();
			this.bytes -= oldest.body().length + events(oldest).forget();
		}
	}

	/**
	 * Add a cancellation, unless the journal was cleared since its request: the end of a
	 * connection may be noticed long after the client closed it, and must not count
	 * towards the next era.
	 * @param cancellation the cancellation
	 * @param era the era of the request
	 */
	public synchronized void add(Cancellation cancellation, int era) {
		if (era != this.era) {
			return;
		}
		this.cancellations.add(cancellation);
		this.cancellationCount++;
		if (this.cancellations.size() > MOST_ENTRIES) {
			this.cancellations.remove();
		}
		notifyAll();
	}

	public synchronized List<RecordedRequest> requests() {
		return List.copyOf(this.requests);
	}

	public synchronized List<Cancellation> cancellations() {
		return List.copyOf(this.cancellations);
	}

	public synchronized void clear() {
		this.requests.forEach((request) -> events(request).forget());
		this.requests.clear();
		this.cancellations.clear();
		this.bytes = 0;
		this.requestCount = 0;
		this.cancellationCount = 0;
		this.era++;
	}

	public List<RecordedRequest> awaitRequests(int number, Duration timeout) {
		return await(() -> (this.requestCount >= number) ? requests() : null, number + " requests", timeout);
	}

	public List<Cancellation> awaitCancellations(int number, Duration timeout) {
		return await(() -> (this.cancellationCount >= number) ? cancellations() : null, number + " cancellations",
				timeout);
	}

	private synchronized <T> T await(Supplier<@Nullable T> condition, String what, Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		T result = condition.get();
		while (result == null) {
			long left = (deadline - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				throw new IllegalStateException("The emulator has not recorded " + what + " within " + timeout);
			}
			try {
				wait(left);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while waiting for " + what, ex);
			}
			result = condition.get();
		}
		return result;
	}

}
