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
 * Incremental decoder of event stream messages. It accepts buffers with arbitrary
 * boundaries and returns one message at a time, as a view of the buffer. Only a message
 * that spans several buffers is copied, into an array whose size depends on the bytes
 * received and not on the declared length. A decoder is not thread-safe and decodes a
 * single stream. It cannot be used after an error, because the format has no way to find
 * the next message.
 *
 * @since 0.1.0
 */
public final class EventStreamDecoder {

	private static final byte[] EMPTY = {};

	private static final int INITIAL_CAPACITY = 512;

	/** The array of a partial message above this size is discarded after use. */
	private static final int MAX_RETAINED_CAPACITY = 16 * 1024;

	private final EventStreamLimits limits;

	private final CRC32 crc = new CRC32();

	private final EventStreamFrame frame = new EventStreamFrame();

	private byte[] partial = EMPTY;

	private ByteBuffer partialBuffer = ByteBuffer.wrap(EMPTY);

	private int partialLength;

	/** Lengths from the last prelude with a valid checksum. */
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
	 * Read the next message from a buffer, or as much of it as the buffer contains. Call
	 * it again with the same buffer until it returns {@code null}; the buffer is empty
	 * then.
	 * @param input the buffer; its position is advanced by the bytes read
	 * @return a view of the message, valid until the next call, or {@code null} if more
	 * bytes are needed
	 * @throws EventStreamException if the bytes are not a valid message
	 */
	public @Nullable EventStreamFrame next(ByteBuffer input) {
		this.frame.clear();
		input.order(ByteOrder.BIG_ENDIAN);
		if (this.partialLength == 0) {
			if (this.partial.length > MAX_RETAINED_CAPACITY) {
				usePartial(EMPTY);
			}
			if (input.remaining() >= Prelude.LENGTH) {
				int start = input.position();
				readPrelude(input, start);
				if (input.remaining() >= this.totalLength) {
					checkMessage(input, start);
					input.position(start + this.totalLength);
					return this.frame.wrap(input, start, this.totalLength, this.headersLength);
				}
				// The prelude is valid: copy it without checking it again.
				append(input, Prelude.LENGTH);
			}
		}
		return nextPartial(input);
	}

	/**
	 * Signal that no more bytes will be received.
	 * @throws TruncatedStreamException if a message is incomplete
	 */
	public void endOfInput() {
		if (this.partialLength > 0) {
			throw new TruncatedStreamException("Event stream ended inside a message", null);
		}
	}

	private @Nullable EventStreamFrame nextPartial(ByteBuffer input) {
		if (this.partialLength < Prelude.LENGTH) {
			append(input, Prelude.LENGTH - this.partialLength);
			if (this.partialLength < Prelude.LENGTH) {
				return null;
			}
			readPrelude(this.partialBuffer, 0);
		}
		append(input, this.totalLength - this.partialLength);
		if (this.partialLength < this.totalLength) {
			return null;
		}
		checkMessage(this.partialBuffer, 0);
		this.partialLength = 0;
		return this.frame.wrap(this.partialBuffer, 0, this.totalLength, this.headersLength);
	}

	private void append(ByteBuffer input, int maxLength) {
		int length = Math.min(maxLength, input.remaining());
		int needed = this.partialLength + length;
		if (needed > this.partial.length) {
			usePartial(Arrays.copyOf(this.partial, capacityFor(needed)));
		}
		input.get(this.partial, this.partialLength, length);
		this.partialLength = needed;
	}

	private int capacityFor(int needed) {
		int doubled = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * this.partial.length);
		return Math.max(needed, Math.max(INITIAL_CAPACITY, doubled));
	}

	private void usePartial(byte[] array) {
		this.partial = array;
		this.partialBuffer = ByteBuffer.wrap(array);
	}

	private void readPrelude(ByteBuffer buffer, int start) {
		int total = buffer.getInt(start);
		int headers = buffer.getInt(start + Integer.BYTES);
		if (PreludeChecksum.of(total, headers) != buffer.getInt(start + Prelude.CHECKED_LENGTH)) {
			throw new ChecksumMismatchException("Prelude CRC of an event-stream message does not match");
		}
		// The lengths are unsigned on the wire; a negative value is a length over 2 GiB.
		if (total >= 0 && total < Prelude.SHORTEST_MESSAGE) {
			throw new MalformedMessageException("Event-stream message declares a length of " + total + " bytes", null);
		}
		if (headers < 0 || headers > this.limits.maxHeadersLength()) {
			throw new MessageTooLargeException("Event-stream message declares " + Integer.toUnsignedLong(headers)
					+ " bytes of headers, the limit is " + this.limits.maxHeadersLength());
		}
		long payload = Integer.toUnsignedLong(total) - Prelude.SHORTEST_MESSAGE - headers;
		if (payload > this.limits.maxPayloadLength()) {
			throw new MessageTooLargeException("Event-stream message declares " + payload
					+ " bytes of payload, the limit is " + this.limits.maxPayloadLength());
		}
		if (payload < 0) {
			throw new MalformedMessageException("Headers of an event-stream message extend beyond its end", null);
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
