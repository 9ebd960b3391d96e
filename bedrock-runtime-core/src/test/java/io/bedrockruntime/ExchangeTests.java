package io.bedrockruntime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Exchange} on a bare socket.
 */
class ExchangeTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("model", "text");

	private static final String ANSWER = "{\"output\":{\"message\":{\"role\":\"assistant\","
			+ "\"content\":[{\"text\":\"Hi\"}]}},"
			+ "\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3},"
			+ "\"metrics\":{\"latencyMs\":4}}";

	private static final String CHUNKED_STREAM = "HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\n"
			+ "transfer-encoding: chunked\r\nx-amzn-RequestId: r-1\r\n\r\n";

	private static final byte[] START = event("messageStart", "{\"role\":\"assistant\"}");

	private static final byte[] DELTA = event("contentBlockDelta",
			"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Hi\"}}");

	private static final byte[] STOP = event("messageStop", "{\"stopReason\":\"end_turn\"}");

	private static final byte[] METADATA = event("metadata",
			"{\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3},\"metrics\":{\"latencyMs\":4}}");

	private final RawServer server = new RawServer();

	private final ReactiveBedrockRuntimeTemplate client = client(Timeouts.defaults());

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	private ReactiveBedrockRuntimeTemplate client(Timeouts timeouts) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(this.server.endpoint())
			.apiKey("key")
			.timeouts(timeouts)
			.maxResponseLength(100_000)
			.build();
	}

	// Connections

	@Test
	void whenStreamIsWholeThenItsConnectionServesFurtherCalls() {
		this.server.answer(ExchangeTests::wholeStream);
		for (int i = 0; i < 20; i++) {
			assertThat(stream().collectList().block(WAIT)).hasSize(4);
		}
		this.server.answer(ok(ANSWER));
		for (int i = 0; i < 20; i++) {
			assertThat(converse().text()).isEqualTo("Hi");
		}
		assertThat(this.server.requests()).hasSize(40);
		// A connection goes back to the pool right after the end was told, so a call that
		// is quick enough finds it not there yet.
		assertThat(this.server.connections()).isLessThan(10);
	}

	@Test
	void whenErrorIsAnsweredThenItsConnectionServesFurtherCalls() {
		this.server.answer("HTTP/1.1 429 \r\ncontent-length: 2\r\nx-amzn-errortype: ThrottlingException\r\n\r\n{}");
		for (int i = 0; i < 10; i++) {
			StepVerifier.create(stream()).expectError(ThrottlingException.class).verify(WAIT);
			StepVerifier.create(this.client.converse(REQUEST)).expectError(ThrottlingException.class).verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(20);
		assertThat(this.server.connections()).isLessThan(10);
	}

	@Test
	void whenCancelledThenConnectionIsClosedAndNotUsedAgain() {
		this.server.answer((peer) -> {
			peer.write(CHUNKED_STREAM);
			peer.writeChunk(START);
			peer.writeChunk(DELTA);
		});
		StepVerifier.create(stream()).expectNextCount(2).thenCancel().verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
		this.server.answer(ExchangeTests::wholeStream);
		assertThat(stream().collectList().block(WAIT)).hasSize(4);
		assertThat(this.server.connections()).isEqualTo(2);
	}

	@Test
	void whenCancelledBeforeOrInsideAnAnswerThenConnectionIsClosed() {
		List<RawServer.Answer> answers = List.of((peer) -> {
		}, (peer) -> peer.write("HTTP/1.1 200 OK\r\ncontent-len"),
				(peer) -> peer.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"output\""),
				(peer) -> peer.write("HTTP/1.1 500 \r\ncontent-length: 100\r\n\r\n{\"message\""));
		for (int i = 0; i < answers.size(); i++) {
			int number = i + 1;
			this.server.answer(answers.get(i));
			Disposable call = this.client.converse(REQUEST).subscribe();
			await().until(() -> this.server.requests().size() == number);
			call.dispose();
			await().until(() -> this.server.goneClients() == number);
		}
	}

	@Test
	void whenCancelledAtOnceThenNothingStaysBehind() {
		this.server.answer(ok(ANSWER));
		for (int i = 0; i < 50; i++) {
			this.client.converse(REQUEST).subscribe().dispose();
		}
		await().until(() -> this.server.goneClients() == this.server.connections());
		assertThat(converse().text()).isEqualTo("Hi");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenUsedConnectionBreaksUnderTheNextCallThenItIsNotSentTwice(boolean reset) {
		this.server.answer(ok(ANSWER));
		converse();
		this.server.answer((peer) -> {
			if (reset) {
				peer.reset();
			}
			else {
				peer.fin();
			}
		});
		StepVerifier.create(this.client.converse(REQUEST)).expectError(ConnectionResetException.class).verify(WAIT);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void whenClosedThenFurtherCallsSaySo() {
		this.server.answer(ok(ANSWER));
		converse();
		this.client.close();
		this.client.close();
		StepVerifier.create(this.client.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BedrockRuntimeClientException.class)
				.hasMessageContaining("closed"))
			.verify(WAIT);
		assertThat(this.server.requests()).hasSize(1);
		await().until(() -> this.server.goneClients() == 1);
	}

	// Bodies

	@Test
	void whenBodyIsShorterThanAnnouncedThenConnectionBroke() {
		this.server.answer((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n" + ANSWER);
			peer.fin();
		});
		StepVerifier.create(this.client.converse(REQUEST)).expectError(ConnectionResetException.class).verify(WAIT);
		this.server.answer((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n");
			peer.write(START);
			peer.fin();
		});
		StepVerifier.create(stream()).expectNextCount(1).expectError(TruncatedStreamException.class).verify(WAIT);
	}

	@Test
	void whenBodyIsLongerThanAnnouncedThenTheRestIsNoAnswerToTheNextCall() {
		this.server.answer("HTTP/1.1 200 OK\r\ncontent-length: " + ANSWER.length() + "\r\n\r\n" + ANSWER + ANSWER);
		assertThat(converse().text()).isEqualTo("Hi");
		this.server.answer(ok(ANSWER));
		Flux.range(0, 3).concatMap((i) -> this.client.converse(REQUEST).onErrorComplete()).blockLast(WAIT);
		assertThat(converse().text()).isEqualTo("Hi");
	}

	@ParameterizedTest
	@ValueSource(strings = { "content-length: 2000000000", "transfer-encoding: identity", "connection: close" })
	void whenAnswerIsOverTheLimitThenItIsRefusedAndNotReadOn(String header) {
		this.server.answer((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n");
			peer.writeForever(new byte[1000]);
		});
		StepVerifier.create(this.client.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
				.hasMessageContaining("Converse failed")
				.hasMessageContaining("100000"))
			.verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenErrorHasAnEndlessBodyThenItIsCutAndNotReadOn() {
		this.server.answer((peer) -> {
			peer.write("HTTP/1.1 503 \r\nx-amzn-errortype: ServiceUnavailableException\r\nconnection: close\r\n\r\n");
			peer.writeForever("<p>unavailable</p>".getBytes(StandardCharsets.US_ASCII));
		});
		for (Flux<?> call : List.of(this.client.converse(REQUEST).flux(), stream())) {
			StepVerifier.create(call)
				.expectErrorSatisfies(
						(ex) -> assertThat(((ServiceUnavailableException) ex).error().rawBody()).startsWith("<p>unav")
							.hasSize(8192))
				.verify(WAIT);
		}
		await().until(() -> this.server.goneClients() == 2);
	}

	@Test
	void whenErrorBodyBreaksOffThenTheErrorSurvives() {
		String head = "HTTP/1.1 429 \r\nx-amzn-errortype: ThrottlingException\r\ncontent-length: 100\r\n\r\n{\"mess";
		List<RawServer.Answer> answers = List.of((peer) -> {
			peer.write(head);
			peer.fin();
		}, (peer) -> {
			peer.write(head);
			peer.reset();
		}, (peer) -> peer.write(head));
		try (ReactiveBedrockRuntimeTemplate impatient = client(Timeouts.defaults().withIdle(Duration.ofMillis(200)))) {
			for (RawServer.Answer answer : answers) {
				this.server.answer(answer);
				StepVerifier.create(impatient.converse(REQUEST)).expectError(ThrottlingException.class).verify(WAIT);
				StepVerifier.create(impatient.converseStream(STREAM))
					.expectError(ThrottlingException.class)
					.verify(WAIT);
			}
		}
	}

	@Test
	void whenAnswerFallsSilentThenTheIdleClockRunsOut() {
		this.server.answer("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"output\"");
		try (ReactiveBedrockRuntimeTemplate impatient = client(Timeouts.defaults().withIdle(Duration.ofMillis(200)))) {
			StepVerifier.create(impatient.converse(REQUEST)).expectError(IdleTimeoutException.class).verify(WAIT);
		}
		await().until(() -> this.server.goneClients() == 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "7", "\"secretword\"", "secretword", "{\"output\":secretword}",
			"{\"output\":7}", "{" })
	void whenAnswerIsNoAnswerThenItCannotBeRead(String body) {
		this.server.answer(ok(body));
		StepVerifier.create(this.client.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
				.hasMessageStartingWith("Converse failed")
				.extracting(ExchangeTests::messages)
				.asString()
				.doesNotContain("secretword"))
			.verify(WAIT);
	}

	@Test
	void whenAnswerHasNoBodyThenItCannotBeRead() {
		this.server.answer("HTTP/1.1 204 No Content\r\n\r\n");
		StepVerifier.create(this.client.converse(REQUEST)).expectError(InvalidResponseException.class).verify(WAIT);
		StepVerifier.create(stream()).expectError(TruncatedStreamException.class).verify(WAIT);
		StepVerifier
			.create(this.client.invokeModelWithResponseStream(
					InvokeModelWithResponseStreamRequest.builder("model").body("{}").build()))
			.expectError(TruncatedStreamException.class)
			.verify(WAIT);
	}

	@Test
	void whenAnswerIsZippedThoughNobodyAskedThenItCannotBeRead() throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
			gzip.write(ANSWER.getBytes(StandardCharsets.UTF_8));
		}
		this.server.answer((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: " + zipped.size() + "\r\n\r\n");
			peer.write(zipped.toByteArray());
		});
		StepVerifier.create(this.client.converse(REQUEST)).expectError(InvalidResponseException.class).verify(WAIT);
		assertThat(this.server.requests().get(0).headers("accept-encoding")).isEmpty();
	}

	@Test
	void whenAnswerHasNoHeadersThenItEndsWithTheConnection() {
		this.server.answer((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\n\r\n" + ANSWER);
			peer.fin();
		});
		assertThat(converse().text()).isEqualTo("Hi");
		this.server.answer((peer) -> {
			peer.write("HTTP/1.0 200 OK\r\n\r\n");
			for (byte[] event : List.of(START, DELTA, STOP, METADATA)) {
				peer.write(event);
			}
			peer.fin();
		});
		assertThat(stream().collectList().block(WAIT)).hasSize(4);
		assertThat(this.server.connections()).isEqualTo(2);
	}

	// Statuses

	@ParameterizedTest
	@ValueSource(ints = { 300, 301, 302, 304, 307, 308, 400, 418, 499, 599 })
	void whenStatusIsOddThenItIsAnUnnamedError(int status) {
		this.server.answer("HTTP/1.1 " + status + " Odd\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n");
		for (Flux<?> call : List.of(this.client.converse(REQUEST).flux(), stream())) {
			StepVerifier.create(call)
				.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(BedrockRuntimeServiceException.class)
					.hasMessage(((BedrockRuntimeServiceException) ex).operation() + " failed: unnamed error (" + status
							+ ")"))
				.verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 203, 206 })
	void whenStatusIsAnySuccessThenItIsAnAnswer(int status) {
		this.server.answer("HTTP/1.1 " + status + " \r\ncontent-length: " + ANSWER.length() + "\r\n\r\n" + ANSWER);
		assertThat(converse().responseMetadata().httpStatus()).isEqualTo(status);
	}

	@Test
	void whenPeerSaysContinueThenTheFinalAnswerCounts() {
		this.server.answer("HTTP/1.1 100 Continue\r\n\r\n" + ok(ANSWER));
		assertThat(converse().text()).isEqualTo("Hi");
	}

	// Streams

	@Test
	void whenStreamIsAnsweredWithAnEndlessPageThenItIsRefusedAtOnce() {
		this.server.answer((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n");
			peer.writeForever("<p>".getBytes(StandardCharsets.US_ASCII));
		});
		StepVerifier.create(stream())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
				.hasMessageContaining("text/html"))
			.verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "text/", ";", "application/json" })
	void whenContentTypeIsNoneThenItIsRefusedAtOnce(String contentType) {
		this.server.answer("HTTP/1.1 200 OK\r\ncontent-type: " + contentType + "\r\n\r\nopen");
		StepVerifier.create(stream()).expectError(InvalidResponseException.class).verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenTakerOfTheResponseThrowsThenStreamFailsAtOnceAndIsClosed() {
		this.server.answer((peer) -> {
			peer.write(CHUNKED_STREAM);
			peer.writeChunk(START);
		});
		IllegalStateException failure = new IllegalStateException("taker");
		StepVerifier.create(this.client.converseStream(STREAM, (response) -> {
			throw failure;
		}))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BedrockRuntimeClientException.class)
				.hasMessageContaining("ConverseStream failed")
				.hasCause(failure))
			.verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenTakerOfEventsThrowsThenStreamIsClosed() {
		this.server.answer((peer) -> {
			peer.write(CHUNKED_STREAM);
			peer.writeChunk(START);
		});
		StepVerifier.create(stream().doOnNext((event) -> {
			throw new IllegalStateException("taker");
		})).expectErrorMessage("taker").verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenSubscriberThrowsAnErrorThenStreamIsClosed() {
		this.server.answer((peer) -> {
			peer.write(CHUNKED_STREAM);
			peer.writeChunk(START);
		});
		stream().subscribe(new CoreSubscriber<>() {

			@Override
			public void onSubscribe(Subscription subscription) {
				subscription.request(Long.MAX_VALUE);
			}

			@Override
			public void onNext(ConverseStreamOutput event) {
				throw new NoClassDefFoundError("taker");
			}

			@Override
			public void onError(Throwable ex) {
				// nothing is expected after a breach of the rules
			}

			@Override
			public void onComplete() {
				// nothing is expected after a breach of the rules
			}

		});
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenStreamRunsThenResponseIsKnownBeforeItsEvents() {
		this.server.answer(ExchangeTests::wholeStream);
		List<Object> order = new ArrayList<>();
		this.client.converseStream(STREAM, (response) -> order.add(response.responseMetadata().requestId()))
			.doOnNext((event) -> order.add("event"))
			.blockLast(WAIT);
		assertThat(order).containsExactly("r-1", "event", "event", "event", "event");
	}

	@Test
	void whenEventsFollowTheLastOneThenNothingIsLostOrLeftOpen() {
		this.server.answer((peer) -> {
			peer.write(CHUNKED_STREAM);
			for (byte[] event : List.of(START, DELTA, STOP, METADATA)) {
				peer.writeChunk(event);
			}
			peer.writeChunk(new byte[] { 0, 0, 0 });
			peer.reset();
		});
		assertThat(stream().collectList().block(WAIT)).hasSize(4);
	}

	@Test
	void whenReaderIsSlowThenThePeerIsHeldUp() {
		AtomicInteger written = new AtomicInteger();
		byte[] large = event("contentBlockDelta",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + "x".repeat(60_000) + "\"}}");
		this.server.answer((peer) -> {
			peer.write(CHUNKED_STREAM);
			for (int i = 0; i < 2000; i++) {
				peer.writeChunk(large);
				written.incrementAndGet();
			}
		});
		StepVerifier.create(stream(), 2).expectNextCount(2).then(() -> {
			AtomicInteger before = new AtomicInteger(-1);
			await().pollInterval(Duration.ofMillis(200)).until(() -> written.get() == before.getAndSet(written.get()));
			assertThat(written).hasValueLessThan(1000);
		}).thenRequest(3).expectNextCount(3).thenCancel().verify(Duration.ofMinutes(1));
	}

	private Flux<ConverseStreamOutput> stream() {
		return this.client.converseStream(STREAM);
	}

	private ConverseResponse converse() {
		ConverseResponse response = this.client.converse(REQUEST).block(WAIT);
		assertThat(response).isNotNull();
		return response;
	}

	private static String ok(String body) {
		return "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length() + "\r\n\r\n"
				+ body;
	}

	private static void wholeStream(RawServer.Peer peer) throws IOException {
		peer.write(CHUNKED_STREAM);
		for (byte[] event : List.of(START, DELTA, STOP, METADATA)) {
			peer.writeChunk(event);
		}
		peer.writeChunk(new byte[0]);
	}

	private static byte[] event(String type, String json) {
		return EventStreamEncoder.encode(EventStreamMessage.event(type, json.getBytes(StandardCharsets.UTF_8)));
	}

	private static String messages(Throwable ex) {
		StringBuilder messages = new StringBuilder();
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			messages.append(cause).append('\n');
		}
		return messages.toString();
	}

}
