package io.bedrockruntime.eventstream;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.EventStreamException;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.exception.MessageTooLargeException;
import io.bedrockruntime.exception.TruncatedStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Incremental decoder of event-stream messages. It takes buffers cut anywhere and gives
 * one message at a time, viewed in place; only a message that straddles buffers is
 * copied, into an array that grows with what has arrived and not with what was announced.
 * Not for use by several threads at once, and for one stream only. After an error it is
 * spent, since the format has no way to find the next message.
 *
 * @since 0.1.0
 */
public final class EventStreamDecoder {

	private static final byte[] NOTHING = {};

	private static final int FIRST_CAPACITY = 512;

	/** A straddling message above this size gives its array back at once. */
	private static final int KEPT_CAPACITY = 16 * 1024;

	private final EventStreamLimits limits;

	private final CRC32 crc = new CRC32();

	private final EventStreamFrame frame = new EventStreamFrame();

	private byte[] straddle = NOTHING;

	private ByteBuffer straddleBuffer = ByteBuffer.wrap(NOTHING);

	private int straddleLength;

	/** Lengths from the last prelude whose checksum was found right. */
	private int totalLength;

	private int headersLength;

	/**
	 * Create a decoder with the default limits.
	 */
	public EventStreamDecoder() {
		this(EventStreamLimits.defaults());
	}

	/**
	 * Create a decoder.
	 * @param limits the bounds on a message
	 */
	public EventStreamDecoder(EventStreamLimits limits) {
		this.limits = limits;
	}

	/**
	 * Take the next message from a buffer, or as much of it as the buffer has. Call it
	 * again with the same buffer until it returns {@code null}; the buffer is empty then.
	 * @param input the buffer; its position moves over what was taken
	 * @return a view of the message, valid until the next call, or {@code null} if more
	 * bytes are needed
	 * @throws EventStreamException if the bytes are no message
	 */
	public @Nullable EventStreamFrame next(ByteBuffer input) {
		this.frame.clear();
		input.order(ByteOrder.BIG_ENDIAN);
		if (this.straddleLength == 0) {
			if (this.straddle.length > KEPT_CAPACITY) {
				useStraddle(NOTHING);
			}
			if (input.remaining() >= Prelude.LENGTH) {
				int start = input.position();
				readPrelude(input, start);
				if (input.remaining() >= this.totalLength) {
					checkMessage(input, start);
					input.position(start + this.totalLength);
					return this.frame.wrap(input, start, this.totalLength, this.headersLength);
				}
				// The prelude is known to be right: take it without reading it again.
				take(input, Prelude.LENGTH);
			}
		}
		return nextStraddling(input);
	}

	/**
	 * Tell the decoder that no more bytes will come.
	 * @throws TruncatedStreamException if a message has begun and is not whole
	 */
	public void endOfInput() {
		if (this.straddleLength > 0) {
			throw new TruncatedStreamException("Event stream ended inside a message", null);
		}
	}

	/**
	 * Return whether the bytes taken so far end inside a message.
	 * @return whether a message has begun and is not whole
	 */
	public boolean isInsideMessage() {
		return this.straddleLength > 0;
	}

	private @Nullable EventStreamFrame nextStraddling(ByteBuffer input) {
		if (this.straddleLength < Prelude.LENGTH) {
			take(input, Prelude.LENGTH - this.straddleLength);
			if (this.straddleLength < Prelude.LENGTH) {
				return null;
			}
			readPrelude(this.straddleBuffer, 0);
		}
		take(input, this.totalLength - this.straddleLength);
		if (this.straddleLength < this.totalLength) {
			return null;
		}
		checkMessage(this.straddleBuffer, 0);
		this.straddleLength = 0;
		return this.frame.wrap(this.straddleBuffer, 0, this.totalLength, this.headersLength);
	}

	private void take(ByteBuffer input, int wanted) {
		int length = Math.min(wanted, input.remaining());
		int needed = this.straddleLength + length;
		if (needed > this.straddle.length) {
			useStraddle(Arrays.copyOf(this.straddle, capacityFor(needed)));
		}
		input.get(this.straddle, this.straddleLength, length);
		this.straddleLength = needed;
	}

	private int capacityFor(int needed) {
		int doubled = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * this.straddle.length);
		return Math.max(needed, Math.max(FIRST_CAPACITY, doubled));
	}

	private void useStraddle(byte[] array) {
		this.straddle = array;
		this.straddleBuffer = ByteBuffer.wrap(array);
	}

	private void readPrelude(ByteBuffer buffer, int start) {
		int total = buffer.getInt(start);
		int headers = buffer.getInt(start + Integer.BYTES);
		if (PreludeChecksum.of(total, headers) != buffer.getInt(start + Prelude.CHECKED_LENGTH)) {
			throw new ChecksumMismatchException("Prelude CRC of an event-stream message does not match");
		}
		// The lengths are unsigned on the wire; what is negative here is over 2 GiB.
		if (total >= 0 && total < Prelude.SHORTEST_MESSAGE) {
			throw new MalformedMessageException("Event-stream message claims a length of " + total + " bytes", null);
		}
		if (headers < 0 || headers > this.limits.maxHeadersLength()) {
			throw new MessageTooLargeException("Event-stream message claims " + Integer.toUnsignedLong(headers)
					+ " bytes of headers, the limit is " + this.limits.maxHeadersLength());
		}
		long payload = Integer.toUnsignedLong(total) - Prelude.SHORTEST_MESSAGE - headers;
		if (payload > this.limits.maxPayloadLength()) {
			throw new MessageTooLargeException("Event-stream message claims " + payload
					+ " bytes of payload, the limit is " + this.limits.maxPayloadLength());
		}
		if (payload < 0) {
			throw new MalformedMessageException("Headers of an event-stream message reach beyond its end", null);
		}
		this.totalLength = total;
		this.headersLength = headers;
	}

	private void checkMessage(ByteBuffer buffer, int start) {
		int end = start + this.totalLength - Prelude.CRC_LENGTH;
		this.crc.reset();
		update(buffer, start, end);
		if ((int) this.crc.getValue() != buffer.getInt(end)) {
			throw new ChecksumMismatchException("Message CRC of an event-stream message does not match");
		}
	}

	private void update(ByteBuffer buffer, int from, int to) {
		int position = buffer.position();
		int limit = buffer.limit();
		buffer.limit(to).position(from);
		this.crc.update(buffer);
		buffer.limit(limit).position(position);
	}

}
