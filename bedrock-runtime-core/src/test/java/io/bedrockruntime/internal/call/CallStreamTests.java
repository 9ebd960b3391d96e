package io.bedrockruntime.internal.call;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the streams of {@link CallExecutor} on a bare socket.
 */
class CallStreamTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("model", "text");

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
			.retries(RetrySettings.none())
			.maxResponseLength(100_000)
			.build();
	}

	@Test
	void whenResponseToStreamIsAnEndlessPageThenItIsRefusedImmediately() {
		this.server.respond((peer) -> {
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
	void whenContentTypeIsNotAnEventStreamThenItIsRefusedImmediately(String contentType) {
		this.server.respond("HTTP/1.1 200 OK\r\ncontent-type: " + contentType + "\r\n\r\nopen");
		StepVerifier.create(stream()).expectError(InvalidResponseException.class).verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenTakerOfTheResponseThrowsThenStreamFailsAtOnceAndIsClosed() {
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
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
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
		});
		StepVerifier.create(stream().doOnNext((event) -> {
			throw new IllegalStateException("taker");
		})).expectErrorMessage("taker").verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenSubscriberThrowsAnErrorThenStreamIsClosed() {
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
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
				// nothing is expected after a violation of the specification
			}

			@Override
			public void onComplete() {
				// nothing is expected after a violation of the specification
			}

		});
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenStreamRunsThenResponseIsKnownBeforeItsEvents() {
		this.server.respond(Responses::completeStream);
		List<Object> order = new ArrayList<>();
		this.client.converseStream(STREAM, (response) -> order.add(response.responseMetadata().requestId()))
			.doOnNext((event) -> order.add("event"))
			.blockLast(WAIT);
		assertThat(order).containsExactly("r-1", "event", "event", "event", "event");
	}

	@Test
	void whenEventsFollowTheLastOneThenNothingIsLostOrLeftOpen() {
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			for (byte[] event : List.of(Responses.START, Responses.DELTA, Responses.STOP, Responses.METADATA)) {
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
		byte[] large = Responses.event("contentBlockDelta",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + "x".repeat(60_000) + "\"}}");
		this.server.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
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

}
