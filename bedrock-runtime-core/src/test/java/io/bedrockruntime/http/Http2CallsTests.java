package io.bedrockruntime.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.KeepAlive;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.Http2Server;
import io.bedrockruntime.testserver.RawHttp2Server;
import io.bedrockruntime.testserver.Responses;
import io.netty.handler.codec.http2.Http2Error;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.netty.http.HttpProtocol;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for unary and streaming calls over HTTP/2, on bare sockets.
 */
@Tag("slow")
class Http2CallsTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("model", "text");

	private static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

	private static final ConnectionSettings SETTINGS = ConnectionSettings.defaults()
		.withHttp2(ConnectionSettings.Http2.REQUIRED);

	@Test
	void whenServerRespondsThenCallsShareAConnection() {
		try (RawHttp2Server server = new RawHttp2Server(
				(peer, stream, number) -> peer.json(stream, Responses.CONVERSE_RESPONSE));
				ReactiveBedrockRuntimeTemplate client = client(server, RetrySettings.none())) {
			for (int i = 0; i < 20; i++) {
				assertThat(client.converse(REQUEST).block(WAIT).text()).isEqualTo("Hi");
			}
			assertThat(server.requests).hasValue(20);
			assertThat(server.connections()).isOne();
		}
	}

	static Stream<Arguments> endsBeforeAResponse() {
		return Stream.of(
				arguments(end((peer, stream) -> peer.reset(stream, (int) Http2Error.REFUSED_STREAM.code())),
						ConnectionFailedException.class, "REFUSED_STREAM"),
				arguments(end((peer, stream) -> peer.reset(stream, (int) Http2Error.INTERNAL_ERROR.code())),
						ConnectionResetException.class, "INTERNAL_ERROR"),
				arguments(end((peer, stream) -> peer.goAway(stream - 2, 0)), ConnectionFailedException.class,
						"NO_ERROR"),
				arguments(end((peer, stream) -> {
					peer.goAway(stream, 0);
					peer.socket().close();
				}), ConnectionResetException.class, "before the response began"),
				arguments(end((peer, stream) -> peer.socket().close()), ConnectionResetException.class,
						"before the response began"));
	}

	private static End end(End end) {
		return end;
	}

	@ParameterizedTest
	@MethodSource("endsBeforeAResponse")
	void whenStreamEndsBeforeAResponseThenFailureIsTranslatedAndRetried(End end,
			Class<? extends BedrockRuntimeException> expected, String message) {
		try (RawHttp2Server server = new RawHttp2Server((peer, stream, number) -> {
			if (number == 3) {
				peer.json(stream, Responses.CONVERSE_RESPONSE);
			}
			else {
				end.of(peer, stream);
			}
		});
				ReactiveBedrockRuntimeTemplate client = client(server, RetrySettings.none());
				ReactiveBedrockRuntimeTemplate retrying = client(server, RetrySettings.standard())) {
			assertThatExceptionOfType(BedrockRuntimeException.class)
				.isThrownBy(() -> client.converse(REQUEST).block(WAIT))
				.isExactlyInstanceOf(expected)
				.withMessageContaining(message);
			assertThat(retrying.converse(REQUEST).block(WAIT).responseMetadata().attempts()).isEqualTo(2);
		}
	}

	static Stream<Arguments> endsInTheStream() {
		return Stream.of(
				arguments(end((peer, stream) -> peer.reset(stream, (int) Http2Error.INTERNAL_ERROR.code())),
						ConnectionResetException.class),
				arguments(end((peer, stream) -> peer.socket().close()), TruncatedStreamException.class),
				arguments(end((peer, stream) -> peer.write(RawHttp2Server.DATA, RawHttp2Server.END_STREAM, stream,
						new byte[0])), TruncatedStreamException.class));
	}

	@ParameterizedTest
	@MethodSource("endsInTheStream")
	void whenStreamEndsEarlyThenWhatCameIsDeliveredAndTheEndIsNamed(End end,
			Class<? extends BedrockRuntimeException> expected) {
		try (RawHttp2Server server = new RawHttp2Server((peer, stream, number) -> {
			peer.head(stream, EVENT_STREAM);
			peer.write(RawHttp2Server.DATA, 0, stream, Responses.START);
			peer.write(RawHttp2Server.DATA, 0, stream, Responses.DELTA);
			end.of(peer, stream);
		}); ReactiveBedrockRuntimeTemplate client = client(server, RetrySettings.standard())) {
			// Nothing is requested until the end was received.
			StepVerifier.create(client.converseStream(STREAM), 0)
				.thenAwait(Duration.ofMillis(200))
				.thenRequest(10)
				.expectNextCount(2)
				.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(expected))
				.verify(WAIT);
			assertThat(server.requests).hasValue(1);
		}
	}

	@Test
	void whenServerGoesAwayThenRunningStreamsEndAndNewOnesConnectAnew() {
		try (RawHttp2Server server = new RawHttp2Server((peer, stream, number) -> {
			peer.head(stream, EVENT_STREAM);
			if (number == 1) {
				peer.write(RawHttp2Server.DATA, 0, stream, Responses.START);
				peer.goAway(stream, 0);
			}
			peer.write(RawHttp2Server.DATA, 0, stream, Responses.DELTA);
			peer.write(RawHttp2Server.DATA, 0, stream, Responses.STOP);
			peer.write(RawHttp2Server.DATA, RawHttp2Server.END_STREAM, stream, Responses.METADATA);
		}); ReactiveBedrockRuntimeTemplate client = client(server, RetrySettings.none())) {
			assertThat(client.converseStream(STREAM).collectList().block(WAIT)).hasSize(4);
			assertThat(client.converseStream(STREAM).collectList().block(WAIT)).hasSize(3);
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	@Test
	void whenCallIsCancelledThenOnlyItsStreamEnds() {
		try (RawHttp2Server server = new RawHttp2Server((peer, stream, number) -> {
			peer.head(stream, EVENT_STREAM);
			peer.write(RawHttp2Server.DATA, 0, stream, Responses.START);
			if (number > 1) {
				peer.write(RawHttp2Server.DATA, 0, stream, Responses.STOP);
				peer.write(RawHttp2Server.DATA, RawHttp2Server.END_STREAM, stream, Responses.METADATA);
			}
		}); ReactiveBedrockRuntimeTemplate client = client(server, RetrySettings.none())) {
			assertThat(client.converseStream(STREAM).blockFirst(WAIT)).isNotNull();
			await().atMost(WAIT).until(() -> server.resets.equals(List.of(3)));
			assertThat(client.converseStream(STREAM).collectList().block(WAIT)).hasSize(3);
			assertThat(server.connections()).isOne();
		}
	}

	@Test
	void whenStreamIsNotReadThenOthersOnItsConnectionRunThrough() {
		byte[] filling = Responses.event("contentBlockDelta",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + "x".repeat(10_000) + "\"}}");
		Http2Server.Responder responder = (call, request, response) -> {
			if (call.line().contains("/model/full/")) {
				return response.sendByteArray(Flux.just(filling).repeat(1000)).then();
			}
			return response
				.sendByteArray(Flux.just(Responses.START, filling, filling, Responses.STOP, Responses.METADATA))
				.then();
		};
		try (Http2Server server = new Http2Server(responder, HttpProtocol.H2C);
				ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), SETTINGS, RetrySettings.none())) {
			AtomicInteger first = new AtomicInteger();
			List<Disposable> unread = Stream.generate(() -> ConverseStreamRequest.of("full", "text"))
				.limit(20)
				.map((request) -> client.converseStream(request)
					.subscribeWith(new BaseSubscriber<ConverseStreamOutput>() {

						@Override
						protected void hookOnSubscribe(Subscription subscription) {
							subscription.request(1);
						}

						@Override
						protected void hookOnNext(ConverseStreamOutput event) {
							first.incrementAndGet();
						}

					}))
				.map(Disposable.class::cast)
				.toList();
			await().atMost(WAIT).until(() -> first.get() == 20);
			for (int i = 0; i < 5; i++) {
				assertThat(client.converseStream(STREAM).collectList().block(WAIT)).hasSize(5);
			}
			unread.forEach(Disposable::dispose);
		}
	}

	@Test
	void whenPeerNeverSpeaksThenConnectingTimesOutAndIsRetried() {
		try (RawHttp2Server server = RawHttp2Server.silent();
				ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
					.region("eu-central-1")
					.endpoint(server.endpoint())
					.apiKey("key")
					.connectionSettings(SETTINGS)
					.timeouts(Timeouts.defaults().withConnect(Duration.ofMillis(200)))
					.build()) {
			StepVerifier.create(client.converse(REQUEST)).expectError(ConnectTimeoutException.class).verify(WAIT);
			await().atMost(WAIT).until(() -> server.connections() == 3);
		}
	}

	@Test
	void whenConnectionIsSilentThenItIsProbedAndFoundDead() {
		KeepAlive keepAlive = new KeepAlive(Duration.ofSeconds(1), Duration.ofSeconds(1), 2);
		try (RawHttp2Server server = new RawHttp2Server((peer, stream, number) -> peer.head(stream, EVENT_STREAM));
				ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), SETTINGS.withKeepAlive(keepAlive),
						RetrySettings.none())) {
			StepVerifier.create(client.converseStream(STREAM)).expectError(TruncatedStreamException.class).verify(WAIT);
			await().atMost(WAIT).until(() -> server.pings.get() == 2);
		}
	}

	private static ReactiveBedrockRuntimeTemplate client(RawHttp2Server server, RetrySettings retries) {
		return client(server.endpoint(), SETTINGS, retries);
	}

	private static ReactiveBedrockRuntimeTemplate client(URI endpoint, ConnectionSettings settings,
			RetrySettings retries) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(endpoint)
			.apiKey("key")
			.connectionSettings(settings)
			.retries(retries)
			.build();
	}

	interface End {

		void of(RawHttp2Server.Peer peer, int stream) throws IOException;

	}

}
