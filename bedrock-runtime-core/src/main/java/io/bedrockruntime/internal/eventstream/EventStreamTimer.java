package io.bedrockruntime.internal.eventstream;

import java.time.Duration;
import java.util.function.Consumer;

import io.bedrockruntime.exception.BedrockRuntimeTimeoutException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.internal.RescheduledDeadline;
import org.jspecify.annotations.Nullable;

/**
 * Timeouts of one stream: until the first event, between events, and for the call. An
 * event only records the time.
 */
final class EventStreamTimer extends RescheduledDeadline {

	/** Maximum time from the last message of the stream to the end of the HTTP body. */
	private static final Duration GRACE = Duration.ofSeconds(2);

	private final EventStreamTimeouts timeouts;

	private final Consumer<BedrockRuntimeTimeoutException> onTimeout;

	private final long started = now();

	private volatile long since = this.started;

	private volatile boolean waiting;

	private volatile @Nullable Duration limit;

	private volatile boolean begun;

	EventStreamTimer(EventStreamTimeouts timeouts, Consumer<BedrockRuntimeTimeoutException> onTimeout) {
		this.timeouts = timeouts;
		this.onTimeout = onTimeout;
		this.limit = timeouts.response();
	}

	/**
	 * Record that bytes are awaited. A timeout that is already running continues: half a
	 * message does not restart it.
	 */
	void waiting() {
		if (!this.waiting) {
			if (this.begun) {
				this.since = now();
			}
			this.waiting = true;
		}
	}

	/**
	 * Record that a message arrived.
	 */
	void message() {
		// A volatile write costs 7 ns per message, and a read has many messages.
		if (this.waiting) {
			this.waiting = false;
		}
		if (!this.begun) {
			this.begun = true;
			this.limit = this.timeouts.idle();
			check();
		}
	}

	/**
	 * Record that the stream's own last message arrived.
	 */
	void complete() {
		this.limit = GRACE;
		check();
	}

	@Override
	protected long timeLeft(long now) {
		return Math.min(timeLeftForCall(now), timeLeftForEvent(now));
	}

	private long timeLeftForCall(long now) {
		Duration call = this.timeouts.call();
		return (call != null) ? call.toNanos() - (now - this.started) : NONE;
	}

	private long timeLeftForEvent(long now) {
		Duration limit = this.limit;
		if (limit == null) {
			return NONE;
		}
		return this.waiting ? limit.toNanos() - (now - this.since) : limit.toNanos();
	}

	@Override
	protected void expired() {
		this.onTimeout.accept(timeout());
	}

	private BedrockRuntimeTimeoutException timeout() {
		if (timeLeftForCall(now()) <= 0) {
			return new CallTimeoutException("Call took longer than " + this.timeouts.call(), null);
		}
		return this.begun ? new IdleTimeoutException("Event stream was silent for " + this.limit, null)
				: new ResponseTimeoutException("No event arrived within " + this.limit, null);
	}

}
