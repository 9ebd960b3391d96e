package io.bedrockruntime.internal.event;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.ThreadMXBean;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.Disposables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the memory cost of a stream, per event and while it waits.
 */
@Tag("slow")
class StreamCostTests {

	private static final int EVENTS = 2000;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenTextDeltaIsReadThenOnlyItsValueIsAllocated(boolean direct) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < EVENTS; i++) {
			String json = "{\"contentBlockIndex\":0,\"delta\":{\"text\":\" word\"},\"p\":\"abcdefghijklmnopqr\"}";
			out.writeBytes(EventStreamEncoder
				.encode(EventStreamMessage.event("contentBlockDelta", json.getBytes(StandardCharsets.UTF_8))));
		}
		byte[] bytes = out.toByteArray();
		ByteBuffer buffer = direct ? ByteBuffer.allocateDirect(bytes.length).put(bytes).flip() : ByteBuffer.wrap(bytes);
		long perEvent = Long.MAX_VALUE;
		for (int round = 0; round < 10; round++) {
			perEvent = Math.min(perEvent, allocated(buffer.rewind()) / EVENTS);
		}
		// The value itself takes 104 bytes.
		assertThat(perEvent).isPositive().isLessThanOrEqualTo(128);
	}

	private static long allocated(ByteBuffer buffer) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		EventStreamDecoder decoder = new EventStreamDecoder();
		ConverseStreamReader reader = new ConverseStreamReader("ConverseStream");
		long before = threads.getCurrentThreadAllocatedBytes();
		int read = 0;
		EventStreamFrame frame = decoder.next(buffer);
		while (frame != null) {
			ConverseStreamOutput event = reader.read(frame);
			read += (event != null) ? 1 : 0;
			frame = decoder.next(buffer);
		}
		long allocated = threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(read).isEqualTo(EVENTS);
		return allocated;
	}

	@Test
	void whenThousandStreamsWaitThenEachTakesLittleHeap() {
		int streams = 1000;
		byte[] start = EventStreamEncoder.encode(
				EventStreamMessage.event("messageStart", "{\"role\":\"assistant\"}".getBytes(StandardCharsets.UTF_8)));
		try (RawServer server = new RawServer(); ReactiveBedrockRuntimeTemplate client = client(server)) {
			server.respond((peer) -> {
				peer.write("HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\n"
						+ "transfer-encoding: chunked\r\n\r\n");
				peer.writeChunk(start);
			});
			open(client, 20).dispose();
			await().until(() -> server.goneClients() == 20);
			long before = usedHeap();
			Disposable open = open(client, streams);
			long perStream = (usedHeap() - before) / streams;
			// Includes the peer, which is in the same process.
			assertThat(perStream).isLessThan(64 * 1024);
			open.dispose();
			await().atMost(Duration.ofMinutes(1)).until(() -> server.goneClients() == 20 + streams);
		}
	}

	private static Disposable open(ReactiveBedrockRuntimeTemplate client, int streams) {
		Disposable.Composite open = Disposables.composite();
		AtomicInteger begun = new AtomicInteger();
		for (int i = 0; i < streams; i++) {
			open.add(client.converseStream(ConverseStreamRequest.of("model", "text"))
				.subscribe((event) -> begun.incrementAndGet()));
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> begun.get() == streams);
		return open;
	}

	private static long usedHeap() {
		long used = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			System.gc();
			used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return used;
	}

	private static ReactiveBedrockRuntimeTemplate client(RawServer server) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(server.endpoint())
			.apiKey("key")
			// A thousand connections are made at the same time.
			.timeouts(Timeouts.defaults().withConnect(Duration.ofMinutes(1)))
			.build();
	}

}
