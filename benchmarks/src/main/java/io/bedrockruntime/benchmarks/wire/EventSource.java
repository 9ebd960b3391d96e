package io.bedrockruntime.benchmarks.wire;

import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Sender of the events of one stream, on the event loop of its channel.
 */
final class EventSource {

	private static final int EVENTS_AT_ONCE = 32;

	private final Channel channel;

	private final ServerResponse response;

	private final StampedEvent stamped;

	private final Function<ByteBuf, Object> framing;

	private final Runnable ending;

	private @Nullable Future<?> timer;

	private boolean ended;

	private int sent;

	/**
	 * Create a source.
	 * @param channel the channel to write to
	 * @param response the response to send
	 * @param stamped the event to send at a fixed pace
	 * @param framing converts bytes into a message for the channel
	 * @param ending writes and flushes the bytes after the last delta
	 */
	EventSource(Channel channel, ServerResponse response, StampedEvent stamped, Function<ByteBuf, Object> framing,
			Runnable ending) {
		this.channel = channel;
		this.response = response;
		this.stamped = stamped;
		this.framing = framing;
		this.ending = ending;
	}

	/**
	 * Send the first event, and continue with the others.
	 */
	void start() {
		write(this.response.start());
		switch (this.response.spec().kind()) {
			case PACED -> {
				long period = TimeUnit.MILLISECONDS.toNanos(this.response.spec().number(1));
				this.timer = this.channel.eventLoop()
					.scheduleAtFixedRate(this::tick, ThreadLocalRandom.current().nextLong(period), period,
							TimeUnit.NANOSECONDS);
			}
			case HOLD -> write(this.response.delta());
			default -> resume();
		}
	}

	/**
	 * Send as many events as the channel accepts. Called again when it accepts more.
	 */
	void resume() {
		if (this.ended || this.response.spec().kind() != ResponseSpec.Kind.EVENTS) {
			return;
		}
		int count = this.response.spec().deltas();
		int most = Math.min(count, this.sent + EVENTS_AT_ONCE);
		while (this.sent < most && this.channel.isWritable()) {
			this.sent++;
			write(this.response.delta());
		}
		if (this.sent == count) {
			end();
		}
		else if (this.channel.isWritable()) {
			this.channel.eventLoop().execute(this::resume);
		}
	}

	/**
	 * Stop, as the client has disconnected.
	 */
	void stop() {
		this.ended = true;
		if (this.timer != null) {
			this.timer.cancel(false);
		}
	}

	private void tick() {
		this.channel.writeAndFlush(this.framing.apply(this.stamped.stamp(this.channel.alloc())),
				this.channel.voidPromise());
		if (++this.sent == this.response.spec().deltas()) {
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
