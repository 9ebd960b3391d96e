package io.bedrockruntime.emulator.internal.session;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.record.ReceivedEvents;
import io.bedrockruntime.emulator.testing.Poll;
import io.bedrockruntime.emulator.testing.SignedEvents;
import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.HeaderValue;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class BidirectionalStreamTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
		.apiKey("key")
		.tokensPerSecond(0)
		.start();

	private final SignedEvents events = new SignedEvents(this.emulator, "example.echo", SignedEvents.LITERAL);

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	void whenChainOfSignaturesIsCompleteThenEachContentComesBack() {
		Map<String, String> headers = this.events.headers();
		byte[] body = join(this.events.frame(SignedEvents.chunk("one")), this.events.frame(SignedEvents.chunk("two")),
				this.events.end());
		// The events do not depend on how the bytes are split.
		for (int size : new int[] { body.length, 1, 100 }) {
			assertThat(exchange(headers, Flux.fromIterable(pieces(body, size))))
				.extracting(BidirectionalStreamTests::show)
				.containsExactly("one", "two");
		}
		ReceivedEvents received = this.emulator.requests().get(0).receivedEvents();
		assertThat(received.awaitComplete(TIMEOUT)).hasSize(2);
		assertThat(received.messages().get(0).header(EventStreamMessage.EVENT_TYPE)).isEqualTo("chunk");
		assertThat(received.toString()).isEqualTo("ReceivedEvents[2, complete]");
	}

	@Test
	void whenHeadersAreSentThenResponseBeginsBeforeAnyEvent() {
		StepVerifier
			.create(client(this.events.headers(), HttpProtocol.H2C).send(ByteBufFlux.fromInbound(Flux.never()))
				.response((response, body) -> Mono
					.just(response.status().code() + " " + response.responseHeaders().get("content-type"))))
			.expectNext("200 application/vnd.amazon.eventstream")
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void whenSignatureDoesNotFitThenValidationExceptionEndsTheStream() {
		assertRefused("does not match", (frames) -> {
			EventStreamMessage message = frames.message(SignedEvents.chunk("one"), Instant.now());
			return EventStreamEncoder.encode(new EventStreamMessage(message.headers(), SignedEvents.chunk("won")));
		});
		assertRefused("lacks its ':chunk-signature'", (frames) -> without(frames, ":chunk-signature"));
		assertRefused("lacks its ':date'", (frames) -> without(frames, ":date"));
		assertRefused("expired or not yet current", (frames) -> EventStreamEncoder
			.encode(frames.message(SignedEvents.chunk("one"), Instant.now().minusSeconds(600))));
		assertRefused("expired or not yet current", (frames) -> EventStreamEncoder
			.encode(frames.message(SignedEvents.chunk("one"), Instant.now().plusSeconds(600))));
		assertRefused("does not match", (frames) -> {
			EventStreamMessage message = frames.message(SignedEvents.chunk("one"), Instant.now());
			Map<String, HeaderValue> headers = new HashMap<>(message.headers());
			headers.put(":date", new HeaderValue.TimestampValue(Instant.now().plusSeconds(60)));
			return EventStreamEncoder.encode(new EventStreamMessage(headers, message.payload()));
		});
		assertRefused("does not match", (frames) -> {
			frames.frame(SignedEvents.chunk("an event that gets lost"));
			return frames.frame(SignedEvents.chunk("one"));
		});
	}

	@Test
	void whenBase64HasNoPaddingThenContentComesBackAllTheSame() {
		Map<String, String> headers = this.events.headers();
		byte[] chunk = EventStreamEncoder
			.encode(EventStreamMessage.event("chunk", "{\"bytes\":\"b25lIQ\"}".getBytes(StandardCharsets.UTF_8)));
		assertThat(exchange(headers, Flux.just(join(this.events.frame(chunk), this.events.end()))))
			.extracting(BidirectionalStreamTests::show)
			.containsExactly("one!");
		assertThat(this.emulator.requests().get(0).receivedEvents().contents()).containsExactly("one!".getBytes());
	}

	@Test
	void whenFrameIsGarbledThenValidationExceptionEndsTheStream() {
		assertRefused("Prelude CRC", (frames) -> "no event stream at all".getBytes(StandardCharsets.UTF_8));
		assertRefused("Message CRC", (frames) -> {
			byte[] frame = frames.frame(SignedEvents.chunk("one"));
			frame[frame.length - 1] ^= 1;
			return frame;
		});
		assertRefused("could not be read",
				(frames) -> frames.frame("no message inside, but long enough".getBytes(StandardCharsets.UTF_8)));
		assertRefused("exactly one event",
				(frames) -> frames.frame(join(SignedEvents.chunk("one"), SignedEvents.chunk("two"))));
		assertRefused("continue after", (frames) -> join(frames.end(), frames.frame(SignedEvents.chunk("one"))));
		assertRefused("limit", (frames) -> frames.frame(new byte[3 * 1024 * 1024]));
	}

	@Test
	void whenEventIsNotAChunkThenValidationExceptionEndsTheStream() {
		assertRefused("has an unknown type",
				(frames) -> frames.frame(EventStreamEncoder.encode(EventStreamMessage.event("other", new byte[0]))));
		assertRefused("not an event",
				(frames) -> frames.frame(EventStreamEncoder.encode(EventStreamMessage.error("code", "text"))));
		assertRefused("JSON", (frames) -> frames
			.frame(EventStreamEncoder.encode(EventStreamMessage.event("chunk", "{".getBytes(StandardCharsets.UTF_8)))));
		assertRefused("must not be null", (frames) -> frames.frame(
				EventStreamEncoder.encode(EventStreamMessage.event("chunk", "{}".getBytes(StandardCharsets.UTF_8)))));
		assertRefused("base64", (frames) -> frames.frame(EventStreamEncoder
			.encode(EventStreamMessage.event("chunk", "{\"bytes\":\"*\"}".getBytes(StandardCharsets.UTF_8)))));
	}

	@Test
	void whenInputStopsShortThenWhatIsOwedComesAndThenTheException() {
		Map<String, String> headers = this.events.headers();
		byte[] first = this.events.frame(SignedEvents.chunk("one"));
		assertThat(exchange(headers, Flux.just(first))).extracting(BidirectionalStreamTests::show)
			.satisfiesExactly((text) -> assertThat(text).isEqualTo("one"),
					(text) -> assertThat(text).contains("without the signed final message"));
		byte[] second = this.events.frame(SignedEvents.chunk("two"));
		assertThat(exchange(headers, Flux.just(first, Arrays.copyOf(second, 20))))
			.extracting(BidirectionalStreamTests::show)
			.satisfiesExactly((text) -> assertThat(text).isEqualTo("one"),
					(text) -> assertThat(text).contains("ended inside a message"));
	}

	@Test
	void whenRequestIsNotSignedForEventsThenItIsRefused() {
		Map<String, String> unsigned = new HashMap<>(this.events.headers());
		unsigned.put("authorization", "Bearer key");
		assertThat(refusal(unsigned, HttpProtocol.H2C)).startsWith("403 AccessDeniedException")
			.contains("API keys are not supported");
		unsigned.put("authorization", "Bearer other");
		assertThat(refusal(unsigned, HttpProtocol.H2C)).startsWith("403").contains("API Key is valid");
		unsigned.remove("authorization");
		assertThat(refusal(unsigned, HttpProtocol.H2C)).startsWith("403 MissingAuthenticationToken");
		SignedEvents other = new SignedEvents(this.emulator, "example.echo", Sha256.hex(new byte[0]));
		assertThat(refusal(other.headers(), HttpProtocol.H2C)).startsWith("403 InvalidSignature")
			.contains(SignedEvents.LITERAL);
		Map<String, String> tampered = new HashMap<>(this.events.headers());
		tampered.put("x-amz-date", tampered.get("x-amz-date").replace('Z', 'Y'));
		assertThat(refusal(tampered, HttpProtocol.H2C)).startsWith("400");
	}

	@Test
	void whenHttp11IsSpokenThenItIsRefusedAtOnce() {
		assertThat(refusal(this.events.headers(), HttpProtocol.HTTP11)).startsWith("400 ValidationException")
			.contains("needs HTTP/2");
	}

	@Test
	void whenClientSendsButDoesNotReadThenEventsWait() {
		Map<String, String> headers = this.events.headers();
		String content = "x".repeat(60_000);
		Flux<byte[]> frames = Flux.range(0, 1_000).map((number) -> this.events.frame(SignedEvents.chunk(content)));
		StepVerifier.create(post(headers, frames), 1).expectNextCount(1).then(() -> {
			ReceivedEvents received = this.emulator.requests().get(0).receivedEvents();
			assertThat(Poll.untilStill(received::count)).isLessThan(200);
		}).thenCancel().verify(Duration.ofSeconds(40));
		this.emulator.awaitCancellations(1, TIMEOUT);
	}

	@Test
	void whenConnectionDiesInTheMiddleThenItIsACancellation() {
		Map<String, String> headers = this.events.headers();
		Flux<byte[]> frames = Flux.just(this.events.frame(SignedEvents.chunk("one")));
		StepVerifier.create(post(headers, frames.concatWith(Flux.never())))
			.expectNextCount(1)
			.thenCancel()
			.verify(TIMEOUT);
		assertThat(this.emulator.awaitCancellations(1, TIMEOUT).get(0).eventsSent()).isOne();
	}

	private void assertRefused(String message, Function<SignedEvents, byte[]> wrong) {
		SignedEvents frames = new SignedEvents(this.emulator, "example.echo", SignedEvents.LITERAL);
		Map<String, String> headers = frames.headers();
		byte[] right = frames.frame(SignedEvents.chunk("right"));
		List<EventStreamMessage> answer = exchange(headers,
				Flux.just(right, wrong.apply(frames)).concatWith(Flux.never()));
		assertThat(answer).hasSize(2);
		assertThat(show(answer.get(0))).isEqualTo("right");
		assertThat(answer.get(1).header(EventStreamMessage.EXCEPTION_TYPE)).isEqualTo("validationException");
		assertThat(show(answer.get(1))).contains(message);
	}

	private static byte[] without(SignedEvents frames, String header) {
		EventStreamMessage message = frames.message(SignedEvents.chunk("one"), Instant.now());
		Map<String, HeaderValue> headers = new HashMap<>(message.headers());
		headers.remove(header);
		return EventStreamEncoder.encode(new EventStreamMessage(headers, message.payload()));
	}

	private String refusal(Map<String, String> headers, HttpProtocol protocol) {
		return client(headers, protocol).send(ByteBufFlux.fromInbound(Flux.never()))
			.response((response, body) -> body.aggregate()
				.asString()
				.map((text) -> response.status().code() + " " + response.responseHeaders().get("x-amzn-errortype") + " "
						+ text))
			.blockFirst(TIMEOUT);
	}

	private List<EventStreamMessage> exchange(Map<String, String> headers, Flux<byte[]> parts) {
		EventStreamDecoder decoder = new EventStreamDecoder();
		return post(headers, parts).concatMapIterable((part) -> {
			ByteBuffer buffer = ByteBuffer.wrap(part);
			List<EventStreamMessage> messages = new ArrayList<>();
			for (EventStreamFrame frame = decoder.next(buffer); frame != null; frame = decoder.next(buffer)) {
				messages.add(frame.toMessage());
			}
			return messages;
		}).collectList().block(TIMEOUT);
	}

	private Flux<byte[]> post(Map<String, String> headers, Flux<byte[]> parts) {
		return client(headers, HttpProtocol.H2C)
			.send((request, outbound) -> outbound.send(parts.map(Unpooled::wrappedBuffer), (buffer) -> true))
			.response((response, body) -> body.asByteArray());
	}

	private HttpClient.RequestSender client(Map<String, String> headers, HttpProtocol protocol) {
		return HttpClient.newConnection()
			.protocol(protocol)
			.headers((all) -> headers.forEach(all::set))
			.post()
			.uri(this.events.uri());
	}

	private static String show(EventStreamMessage message) {
		if (message.header(EventStreamMessage.EXCEPTION_TYPE) != null) {
			return Json.read(message.payload()).path("message").asString("");
		}
		return new String(Json.read(message.payload()).path("bytes").binaryValue(), StandardCharsets.UTF_8);
	}

	private static List<byte[]> pieces(byte[] body, int size) {
		List<byte[]> pieces = new ArrayList<>();
		for (int from = 0; from < body.length; from += size) {
			pieces.add(Arrays.copyOfRange(body, from, Math.min(body.length, from + size)));
		}
		return pieces;
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(joined::writeBytes);
		return joined.toByteArray();
	}

}
