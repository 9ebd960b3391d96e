package io.bedrockruntime.emulator.script;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.testing.Poll;
import io.bedrockruntime.emulator.testing.RawExchange;
import io.bedrockruntime.emulator.testing.RawExchange.End;
import io.bedrockruntime.eventstream.EventStreamMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

class FaultTests {

	private static BedrockRuntimeEmulator emulator;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().apiKey("key").tokensPerSecond(0).start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	@Test
	void shouldSendWholeStreamWithoutFaults() {
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(chunks.get(chunks.size() - 1)).isEmpty();
		chunks.subList(0, chunks.size() - 1).forEach((chunk) -> {
			assertThat(ByteBuffer.wrap(chunk).getInt()).isEqualTo(chunk.length);
			assertThat(preludeCrcFits(chunk)).isTrue();
			assertThat(messageCrcFits(chunk)).isTrue();
			assertThat(text(chunk)).contains("\"p\":\"a");
		});
		assertThat(text(chunks.get(chunks.size() - 2))).contains("metadata");
		assertThat(emulator.cancellations()).isEmpty();
	}

	@Test
	void shouldResetBeforeHeaders() {
		emulator.script().fault(new Fault.ResetBeforeHeaders());
		try (RawExchange exchange = RawExchange.converseStream(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.RESET);
			assertThat(exchange.head()).isEmpty();
		}
	}

	@Test
	void shouldResetAfterEvents() {
		emulator.script().fault(new Fault.ResetAfterEvents(2));
		assertThat(stream(End.RESET)).hasSize(2);
		assertThat(emulator.cancellations()).isEmpty();
	}

	@Test
	void shouldEndHttpMessageAfterEvents() {
		emulator.script().fault(new Fault.EndAfterEvents(2));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(chunks).hasSize(3);
		assertThat(chunks.get(2)).isEmpty();
	}

	@Test
	void shouldCloseWithoutLastChunk() {
		emulator.script().fault(new Fault.CloseWithoutLastChunk(2));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(chunks).hasSize(2);
		assertThat(chunks.get(1)).isNotEmpty();
	}

	@Test
	void shouldCutInsideEvent() {
		emulator.script().fault(new Fault.CutInsideEvent(1));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(chunks).hasSize(3);
		assertThat(ByteBuffer.wrap(chunks.get(1)).getInt() / 2).isEqualTo(chunks.get(1).length);
		assertThat(chunks.get(2)).isEmpty();
	}

	@Test
	void shouldCorruptPreludeCrc() {
		emulator.script().fault(new Fault.CorruptPreludeCrc(1));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(preludeCrcFits(chunks.get(0))).isTrue();
		assertThat(preludeCrcFits(chunks.get(1))).isFalse();
		assertThat(preludeCrcFits(chunks.get(2))).isTrue();
	}

	@Test
	void shouldCorruptMessageCrc() {
		emulator.script().fault(new Fault.CorruptMessageCrc(1));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(preludeCrcFits(chunks.get(1))).isTrue();
		assertThat(messageCrcFits(chunks.get(1))).isFalse();
		assertThat(messageCrcFits(chunks.get(2))).isTrue();
	}

	@Test
	void shouldSendExceptionAfterEvents() {
		emulator.script().fault(new Fault.ExceptionAfterEvents(2, "throttlingException", "{\"message\":\"slow\"}"));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(chunks).hasSize(4);
		assertThat(text(chunks.get(2))).contains(":exception-type", "throttlingException", "{\"message\":\"slow\"}");
	}

	@Test
	void shouldSendErrorAfterEvents() {
		emulator.script().fault(new Fault.ErrorAfterEvents(1, "internalFault", "It broke"));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(chunks).hasSize(3);
		assertThat(text(chunks.get(1))).contains(":error-code", "internalFault", "It broke");
	}

	@Test
	void shouldInsertUnknownEvent() {
		emulator.script().fault(new Fault.UnknownEvent(1, "heartbeat", "{}"));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(text(chunks.get(1))).contains("heartbeat");
		assertThat(text(chunks.get(chunks.size() - 2))).contains("metadata");
	}

	@Test
	void shouldDeclareOversizedEvent() {
		emulator.script().fault(new Fault.OversizedEvent(1, Integer.MAX_VALUE));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(ByteBuffer.wrap(chunks.get(1)).getInt()).isEqualTo(Integer.MAX_VALUE);
		assertThat(preludeCrcFits(chunks.get(1))).isTrue();
	}

	@Test
	void shouldBeSilentBeforeFirstEventButSendHeaders() {
		emulator.script().fault(new Fault.SilenceBeforeFirstEvent(Fault.FOREVER));
		try (RawExchange exchange = RawExchange.converseStream(emulator)) {
			assertThat(exchange.readUntil((text) -> text.contains("\r\n\r\n"), 500)).isEqualTo(End.SILENT);
			assertThat(exchange.head()).startsWith("HTTP/1.1 200").contains("application/vnd.amazon.eventstream");
			assertThat(exchange.rawBody()).isEmpty();
		}
	}

	@Test
	void shouldBeSilentBeforeHeadersAndThenResponse() {
		emulator.script().fault(new Fault.SilenceBeforeHeaders(Duration.ofSeconds(3)));
		try (RawExchange exchange = RawExchange.converseStream(emulator)) {
			assertThat(exchange.readAll(200)).isEqualTo(End.SILENT);
			assertThat(exchange.head()).isEmpty();
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			assertThat(exchange.head()).startsWith("HTTP/1.1 200");
		}
	}

	@Test
	void shouldSplitIntoChunksAndLoseNothing() {
		byte[] whole = join(stream(End.CLOSED));
		emulator.script().fault(new Fault.SplitIntoChunks(7));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(chunks.subList(0, chunks.size() - 2)).allMatch((chunk) -> chunk.length == 7);
		assertThat(join(chunks)).isEqualTo(whole);
	}

	@Test
	void shouldDribbleByteByByte() {
		emulator.script()
			.add(ScriptEntry.of(new Reply.Events(List.of(EventStreamMessage.event("messageStart", new byte[0]))))
				.with(new Fault.Dribble(Duration.ofMillis(1))));
		List<byte[]> chunks = stream(End.CLOSED);
		assertThat(chunks).hasSizeGreaterThan(60);
		assertThat(chunks.subList(0, chunks.size() - 1)).allMatch((chunk) -> chunk.length == 1);
	}

	@Test
	void shouldCutBodyThatIsNoStreamShortOfItsLength() {
		emulator.script().fault(new Fault.CloseWithoutLastChunk(0));
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			assertThat(exchange.head()).containsIgnoringCase("content-length: ").doesNotContain("content-length: 0");
			assertThat(exchange.rawBody()).isEmpty();
		}
	}

	@Test
	void shouldResponseHtml() {
		emulator.script().reply(Reply.Raw.html(503));
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			assertThat(exchange.head()).startsWith("HTTP/1.1 503").contains("text/html").contains("x-amzn-RequestId");
			assertThat(new String(exchange.rawBody(), StandardCharsets.UTF_8)).startsWith("<html>");
		}
	}

	@Test
	void shouldCutAtAnyByte() {
		byte[] whole = join(stream(End.CLOSED));
		emulator.script().fault(new Fault.EndAtByte(5)).fault(new Fault.CloseAtByte(5)).fault(new Fault.ResetAtByte(5));
		List<byte[]> ended = stream(End.CLOSED);
		assertThat(ended).hasSize(2);
		assertThat(ended.get(0)).isEqualTo(Arrays.copyOf(whole, 5));
		assertThat(ended.get(1)).isEmpty();
		assertThat(stream(End.CLOSED)).singleElement().isEqualTo(ended.get(0));
		assertThat(stream(End.RESET)).singleElement().isEqualTo(ended.get(0));
		emulator.script().fault(new Fault.EndAtByte(whole.length + 1L));
		assertThat(join(stream(End.CLOSED))).isEqualTo(whole);
	}

	@Test
	void shouldEndUnaryBodyEarlyAndInOrder() {
		emulator.script().fault(new Fault.EndAtByte(5));
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			assertThat(exchange.head()).doesNotContainIgnoringCase("content-length");
			assertThat(exchange.chunks()).hasSize(2).first().asInstanceOf(BYTE_ARRAY).hasSize(5);
		}
	}

	@Test
	void shouldCloseBeforeHeaders() {
		emulator.script().fault(new Fault.CloseBeforeHeaders()).fault(new Fault.ResetConnectionBeforeHeaders());
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			assertThat(exchange.head()).isEmpty();
		}
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.RESET);
		}
	}

	@Test
	void shouldDuplicateAndSwapEvents() {
		List<byte[]> whole = stream(End.CLOSED);
		emulator.script().fault(new Fault.DuplicateEvent(1)).fault(new Fault.SwapEvents(1));
		List<byte[]> duplicated = stream(End.CLOSED);
		assertThat(duplicated).hasSize(whole.size() + 1);
		assertThat(duplicated.get(2)).isEqualTo(duplicated.get(1)).isEqualTo(whole.get(1));
		List<byte[]> swapped = stream(End.CLOSED);
		assertThat(swapped).hasSize(whole.size());
		assertThat(swapped.get(1)).isEqualTo(whole.get(2));
		assertThat(swapped.get(2)).isEqualTo(whole.get(1));
		assertThat(swapped.get(3)).isEqualTo(whole.get(3));
	}

	@Test
	void shouldReportWrongHeaders() {
		emulator.script()
			.fault(new Fault.WrongContentType("text/plain"), new Fault.WrongContentLength(10))
			.fault(new Fault.WrongContentLength(-10));
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			assertThat(exchange.head()).containsIgnoringCase("content-type: text/plain")
				.doesNotContain("application/json")
				.containsIgnoringCase("content-length: " + (exchange.rawBody().length + 10));
		}
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			assertThat(exchange.head()).containsIgnoringCase("content-length: " + (exchange.rawBody().length - 10));
		}
	}

	@Test
	void shouldBreakFraming() {
		emulator.script().fault(new Fault.BrokenFraming(1));
		try (RawExchange exchange = RawExchange.converseStream(emulator)) {
			assertThat(exchange.readUntil((text) -> text.endsWith("no size\r\n"), 500)).isEqualTo(End.SILENT);
			assertThat(text(exchange.rawBody())).contains("messageStart").endsWith("\r\nno size\r\n");
		}
	}

	@Test
	void shouldSendHeadersByteByByte() {
		emulator.script()
			.fault(new Fault.SlowHeaders(Duration.ofMillis(20)))
			.fault(new Fault.SlowHeaders(Duration.ofMillis(1)));
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			// Otherwise the next request may arrive first, and take this reply.
			emulator.awaitRequests(1, Duration.ofSeconds(20));
			assertThat(exchange.readAll(8)).isEqualTo(End.SILENT);
			assertThat(exchange.head().length()).isLessThan(20);
		}
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(15_000)).isEqualTo(End.CLOSED);
			assertThat(exchange.head()).startsWith("HTTP/1.1 200 OK");
			assertThat(text(exchange.rawBody())).contains("> Hello");
		}
	}

	@Test
	void shouldSendHeadersAndBodiesWithoutEnd() {
		for (Fault fault : List.of(new Fault.EndlessHeaders(), new Fault.EndlessBody())) {
			emulator.script().fault(fault);
			try (RawExchange exchange = RawExchange.converse(emulator)) {
				assertThat(exchange.readAtLeast(300_000)).isTrue();
				assertThat(exchange.head()).startsWith("HTTP/1.1 200 OK");
				assertThat(emulator.activeResponses()).isOne();
			}
			Poll.until(() -> emulator.activeResponses() == 0);
		}
	}

	@Test
	void shouldContinueAfterGoAwayWithHttp11() {
		emulator.script().fault(new Fault.GoAwayBeforeHeaders(false), new Fault.GoAwayAfterEvents(1, false));
		assertThat(text(join(stream(End.CLOSED)))).contains("metadata");
	}

	@Test
	void shouldCountEventsWhateverTheirPieces() {
		emulator.script()
			.fault(new Fault.SplitIntoChunks(7), new Fault.SilenceAfterEvents(2, Fault.FOREVER),
					new Fault.DuplicateEvent(0));
		try (RawExchange exchange = RawExchange.converseStream(emulator)) {
			assertThat(exchange.readUntil((text) -> !text.isEmpty(), 500)).isEqualTo(End.SILENT);
		}
		Cancellation cancellation = emulator.awaitCancellations(1, Duration.ofSeconds(10)).get(0);
		assertThat(cancellation.eventsSent()).isBetween(2, 3);
		assertThat(cancellation.eventsLeft()).isPositive();
	}

	private static List<byte[]> stream(End expected) {
		try (RawExchange exchange = RawExchange.converseStream(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(expected);
			return exchange.chunks();
		}
	}

	private static boolean preludeCrcFits(byte[] frame) {
		return crc(frame, 8) == ByteBuffer.wrap(frame).getInt(8);
	}

	private static boolean messageCrcFits(byte[] frame) {
		return crc(frame, frame.length - 4) == ByteBuffer.wrap(frame).getInt(frame.length - 4);
	}

	private static int crc(byte[] bytes, int length) {
		CRC32 crc = new CRC32();
		crc.update(bytes, 0, length);
		return (int) crc.getValue();
	}

	private static String text(byte[] frame) {
		return new String(frame, StandardCharsets.UTF_8);
	}

	private static byte[] join(List<byte[]> chunks) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		chunks.forEach(joined::writeBytes);
		return joined.toByteArray();
	}

}
