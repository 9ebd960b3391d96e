package io.bedrockruntime.eventstream;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;

import com.sun.management.ThreadMXBean;
import io.bedrockruntime.eventstream.HeaderValue.ByteArrayValue;
import io.bedrockruntime.eventstream.HeaderValue.LongValue;
import io.bedrockruntime.eventstream.HeaderValue.StringValue;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.EventStreamException;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.exception.MessageTooLargeException;
import io.bedrockruntime.exception.TruncatedStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link EventStreamDecoder} and {@link EventStreamEncoder}.
 */
class EventStreamDecoderTests {

	private static final List<EventStreamMessage> MESSAGES = List.of(Messages.event("one"),
			Messages.withAllHeaderTypes(), new EventStreamMessage(Map.of(), new byte[0]),
			Messages.event("x".repeat(700)));

	private final EventStreamDecoder decoder = new EventStreamDecoder();

	@Test
	void whenManyMessagesInOneBufferThenAllAreDecoded() {
		assertThat(Messages.decode(this.decoder, Messages.concatenate(MESSAGES))).isEqualTo(MESSAGES);
		assertThatNoException().isThrownBy(this.decoder::endOfInput);
	}

	@Test
	void whenCutAtAnyByteThenDecodesTheSame() {
		byte[] bytes = Messages.concatenate(MESSAGES);
		for (int cut = 0; cut <= bytes.length; cut++) {
			EventStreamDecoder decoder = new EventStreamDecoder();
			List<EventStreamMessage> decoded = new ArrayList<>(
					Messages.decode(decoder, Arrays.copyOfRange(bytes, 0, cut)));
			decoded.addAll(Messages.decode(decoder, Arrays.copyOfRange(bytes, cut, bytes.length)));
			assertThat(decoded).as("cut at %d", cut).isEqualTo(MESSAGES);
			decoder.endOfInput();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 11, 12, 13, 64 })
	void whenInPiecesThenDecodesTheSame(int size) {
		byte[] bytes = Messages.concatenate(MESSAGES);
		List<EventStreamMessage> decoded = new ArrayList<>();
		for (int from = 0; from < bytes.length; from += size) {
			decoded.addAll(Messages.decode(this.decoder,
					Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size))));
		}
		assertThat(decoded).isEqualTo(MESSAGES);
	}

	@Test
	void whenBufferIsDirectOrLittleEndianThenDecodesTheSame() {
		byte[] bytes = Messages.concatenate(MESSAGES);
		ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).order(ByteOrder.LITTLE_ENDIAN).put(bytes).flip();
		assertThat(Messages.decode(this.decoder, direct)).isEqualTo(MESSAGES);
	}

	@Test
	void whenMessageIsPartOfALargerBufferThenNothingOutsideIsRead() {
		byte[] message = EventStreamEncoder.encode(Messages.event("inside"));
		ByteBuffer buffer = ByteBuffer.allocate(message.length + 20);
		buffer.position(9).put(message).limit(9 + message.length).position(9);
		assertThat(Messages.decode(this.decoder, buffer)).containsExactly(Messages.event("inside"));
		assertThat(buffer.position()).isEqualTo(9 + message.length);
	}

	@Test
	void shouldEncodeMessagesThatTheAwsDecoderReads() {
		List<Message> read = new ArrayList<>();
		new MessageDecoder(read::add).feed(Messages.concatenate(MESSAGES));
		assertThat(read).hasSize(MESSAGES.size());
		assertThat(read.get(1).getHeaders()).containsOnlyKeys("true", "false", "byte", "short", "int", "long", "bytes",
				"string", "timestamp", "uuid");
		assertThat(read.get(1).getHeaders().get("string").getString()).isEqualTo("grüße \uD83D\uDE00");
		assertThat(read.get(1).getHeaders().get("short").getShort()).isEqualTo((short) -300);
		assertThat(read.get(1).getHeaders().get("uuid").getUuid()).hasToString("01234567-89ab-cdef-fedc-ba9876543210");
		assertThat(read.get(3).getPayload()).hasSize(700);
	}

	@Test
	void shouldDecodeMessagesThatTheAwsEncoderWrites() {
		Map<String, software.amazon.eventstream.HeaderValue> headers = new LinkedHashMap<>();
		headers.put("string", software.amazon.eventstream.HeaderValue.fromString("plain"));
		headers.put("long", software.amazon.eventstream.HeaderValue.fromLong(Long.MAX_VALUE));
		headers.put("bytes", software.amazon.eventstream.HeaderValue.fromByteArray(new byte[] { 1, 2 }));
		Message message = new Message(headers, "payload".getBytes(StandardCharsets.UTF_8));
		EventStreamMessage decoded = Messages.decode(this.decoder, message.toByteBuffer()).get(0);
		assertThat(decoded.headers()).containsExactly(entry("string", new StringValue("plain")),
				entry("long", new LongValue(Long.MAX_VALUE)), entry("bytes", new ByteArrayValue(new byte[] { 1, 2 })));
		assertThat(decoded.payload()).asString().isEqualTo("payload");
	}

	@Test
	void whenAnyBitFlipsThenFails() {
		byte[] bytes = EventStreamEncoder.encode(Messages.event("precious"));
		for (int bit = 0; bit < bytes.length * 8; bit++) {
			byte[] flipped = bytes.clone();
			flipped[bit / 8] ^= (byte) (1 << (bit % 8));
			assertThatExceptionOfType(ChecksumMismatchException.class).as("bit %d", bit)
				.isThrownBy(() -> Messages.decode(new EventStreamDecoder(), flipped));
		}
	}

	@Test
	void whenPreludeChecksumIsWrongThenItsLengthIsIgnored() {
		ByteBuffer prelude = ByteBuffer.allocate(12).putInt(Integer.MAX_VALUE).putInt(0).putInt(1).flip();
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(() -> this.decoder.next(prelude))
			.withMessageContaining("Prelude");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 15 })
	void whenLengthIsBelowTheShortestMessageThenFails(int length) {
		assertThatExceptionOfType(MalformedMessageException.class)
			.isThrownBy(() -> this.decoder.next(prelude(length, 0)));
	}

	@Test
	void whenHeadersReachBeyondTheMessageThenFails() {
		assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> this.decoder.next(prelude(20, 5)));
	}

	@Test
	void whenPayloadIsOverTheLimitThenFailsBeforeItIsReceived() {
		EventStreamDecoder decoder = new EventStreamDecoder(EventStreamLimits.defaults().withMaxPayloadLength(100));
		assertThat(decoder.next(prelude(116, 0))).isNull();
		EventStreamDecoder other = new EventStreamDecoder(EventStreamLimits.defaults().withMaxPayloadLength(100));
		assertThatExceptionOfType(MessageTooLargeException.class).isThrownBy(() -> other.next(prelude(117, 0)))
			.withMessageContaining("101 bytes of payload");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, Integer.MIN_VALUE })
	void whenLengthIsBeyondTwoGibibytesThenFails(int length) {
		assertThatExceptionOfType(MessageTooLargeException.class)
			.isThrownBy(() -> this.decoder.next(prelude(length, 0)));
		assertThatExceptionOfType(MessageTooLargeException.class)
			.isThrownBy(() -> new EventStreamDecoder().next(prelude(100, length)));
	}

	@Test
	void whenHeadersAreOverTheLimitThenFails() {
		EventStreamDecoder decoder = new EventStreamDecoder(EventStreamLimits.defaults().withMaxHeadersLength(10));
		assertThatExceptionOfType(MessageTooLargeException.class).isThrownBy(() -> decoder.next(prelude(100, 11)))
			.withMessageContaining("11 bytes of headers");
	}

	@Test
	void whenPeerDeclaresMuchAndSendsLittleThenLittleIsAllocated() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		byte[] piece = new byte[1000];
		ByteBuffer prelude = prelude(24 * 1024 * 1024, 0);
		this.decoder.next(prelude(16, 0));
		EventStreamDecoder decoder = new EventStreamDecoder();
		long before = threads.getCurrentThreadAllocatedBytes();
		decoder.next(prelude);
		for (int i = 0; i < 10; i++) {
			decoder.next(ByteBuffer.wrap(piece));
		}
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200_000);
		assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(decoder::endOfInput);
	}

	@Test
	void whenInputEndsInsideAMessageThenFails() {
		byte[] bytes = EventStreamEncoder.encode(Messages.event("cut"));
		for (int length = 1; length < bytes.length; length++) {
			EventStreamDecoder decoder = new EventStreamDecoder();
			Messages.decode(decoder, Arrays.copyOf(bytes, length));
			assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(decoder::endOfInput);
		}
	}

	@Test
	void whenHeaderOccursTwiceThenFails() {
		byte[] headers = { 1, 'a', 0, 1, 'a', 1 };
		assertMalformedHeaders(headers, "twice");
	}

	@Test
	void whenHeaderHasNoNameThenFails() {
		assertMalformedHeaders(new byte[] { 0, 0 }, "without a name");
	}

	@Test
	void whenHeaderTypeIsUnknownThenFails() {
		assertMalformedHeaders(new byte[] { 1, 'a', 10 }, "unknown type 10");
	}

	@Test
	void whenHeaderValueReachesBeyondTheHeadersThenFails() {
		assertMalformedHeaders(new byte[] { 1, 'a', 7, 0, 5, 'x' }, "beyond");
		assertMalformedHeaders(new byte[] { 1, 'a', 5, 0, 5, 'x' }, "beyond");
		assertMalformedHeaders(new byte[] { 9, 'a' }, "beyond");
	}

	@Test
	void whenHeaderTextIsNotUtf8ThenFails() {
		assertMalformedHeaders(new byte[] { 1, 'a', 7, 0, 1, -1 }, "UTF-8");
	}

	@Test
	void whenHeaderValueIsEmptyThenItIsAccepted() {
		EventStreamMessage message = new EventStreamMessage(Map.of("a", new StringValue("")), new byte[0]);
		assertThat(Messages.decode(this.decoder, EventStreamEncoder.encode(message))).containsExactly(message);
	}

	@Test
	void whenBytesAreRandomThenOnlyDocumentedErrorsAreThrown() {
		Random random = new Random(42);
		byte[] valid = Messages.concatenate(MESSAGES);
		for (int round = 0; round < 20_000; round++) {
			byte[] bytes = valid.clone();
			for (int i = random.nextInt(4); i >= 0; i--) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
			}
			fixChecksum(bytes, random);
			try {
				EventStreamDecoder decoder = new EventStreamDecoder();
				Messages.decode(decoder, bytes);
				decoder.endOfInput();
			}
			catch (EventStreamException ex) {
				assertThat(ex).hasMessageNotContaining("one");
			}
		}
	}

	private static void fixChecksum(byte[] bytes, Random random) {
		if (random.nextBoolean()) {
			CRC32 crc = new CRC32();
			crc.update(bytes, 0, 8);
			ByteBuffer.wrap(bytes).putInt(8, (int) crc.getValue());
		}
	}

	private void assertMalformedHeaders(byte[] headers, String message) {
		ByteBuffer buffer = ByteBuffer.allocate(headers.length + 16);
		buffer.put(prelude(headers.length + 16, headers.length)).put(headers);
		CRC32 crc = new CRC32();
		crc.update(buffer.array(), 0, buffer.position());
		buffer.putInt((int) crc.getValue()).flip();
		assertThatExceptionOfType(MalformedMessageException.class)
			.isThrownBy(() -> Messages.decode(new EventStreamDecoder(), buffer))
			.withMessageContaining(message);
	}

	private static ByteBuffer prelude(int totalLength, int headersLength) {
		ByteBuffer prelude = ByteBuffer.allocate(12).putInt(totalLength).putInt(headersLength);
		CRC32 crc = new CRC32();
		crc.update(prelude.array(), 0, 8);
		return prelude.putInt((int) crc.getValue()).flip();
	}

}
