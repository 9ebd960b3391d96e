package io.bedrockruntime.benchmarks.wire;

import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Sends the events of one stream, on the event loop of its channel.
 */
final class EventSource {

	private static final int EVENTS_AT_ONCE = 32;

	private final Channel channel;

	private final Answer answer;

	private final StampedEvent stamped;

	private final Function<ByteBuf, Object> framing;

	private final Runnable ending;

	private @Nullable Future<?> clock;

	private boolean ended;

	private int sent;

	/**
	 * Create a source.
	 * @param channel where it writes to
	 * @param answer what it sends
	 * @param stamped what it sends at a pace
	 * @param framing makes of bytes what the channel takes
	 * @param ending writes what comes after the last delta, and flushes
	 */
	EventSource(Channel channel, Answer answer, StampedEvent stamped, Function<ByteBuf, Object> framing,
			Runnable ending) {
		this.channel = channel;
		this.answer = answer;
		this.stamped = stamped;
		this.framing = framing;
		this.ending = ending;
	}

	/**
	 * Send the first event, and go on from there.
	 */
	void start() {
		write(this.answer.start());
		switch (this.answer.model().kind()) {
			case PACED -> {
				long period = TimeUnit.MILLISECONDS.toNanos(this.answer.model().number(1));
				this.clock = this.channel.eventLoop()
					.scheduleAtFixedRate(this::tick, ThreadLocalRandom.current().nextLong(period), period,
							TimeUnit.NANOSECONDS);
			}
			case HOLD -> write(this.answer.delta());
			default -> resume();
		}
	}

	/**
	 * Send what the client takes: called again when it can take more.
	 */
	void resume() {
		if (this.ended || this.answer.model().kind() != Model.Kind.EVENTS) {
			return;
		}
		int count = this.answer.model().deltas();
		int most = Math.min(count, this.sent + EVENTS_AT_ONCE);
		while (this.sent < most && this.channel.isWritable()) {
			this.sent++;
			write(this.answer.delta());
		}
		if (this.sent == count) {
			end();
		}
		else if (this.channel.isWritable()) {
			this.channel.eventLoop().execute(this::resume);
		}
	}

	/**
	 * Send nothing more, as nobody listens.
	 */
	void stop() {
		this.ended = true;
		if (this.clock != null) {
			this.clock.cancel(false);
		}
	}

	private void tick() {
		this.channel.writeAndFlush(this.framing.apply(this.stamped.stamp(this.channel.alloc())),
				this.channel.voidPromise());
		if (++this.sent == this.answer.model().deltas()) {
			end();
		}
	}

	private void end() {
		stop();
		this.ending.run();
	}

	private void write(ByteBuf bytes) {
		this.channel.writeAndFlush(this.framing.apply(bytes.duplicate()), this.channel.voidPromise());
	}

}
