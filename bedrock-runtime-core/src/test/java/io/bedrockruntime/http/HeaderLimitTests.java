package io.bedrockruntime.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.testserver.RawHttp2Server;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the limits on the headers and trailers of a response, on bare sockets.
 */
class HeaderLimitTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String SIZE = "larger than 32768 bytes";

	private static final String COUNT = "more header fields than the limit of 256";

	private static final String LINE = "larger than 4096 bytes";

	static Stream<Arguments> heads() {
		return Stream.of(
				arguments(responder((peer) -> forever(peer, "HTTP/1.1 200 OK\r\n", "x-secretword: secretword\r\n")),
						SIZE),
				arguments(responder((peer) -> forever(peer, "HTTP/1.1 200 OK\r\nx-secretword: ", "secretword")), SIZE),
				arguments(responder((peer) -> forever(peer, "HTTP/1.1 200 ", "secretword")), LINE),
				arguments(responder((peer) -> peer
					.write("HTTP/1.1 200 OK\r\n" + "a: secretword\r\n".repeat(257) + "content-length: 2\r\n\r\n{}")),
						COUNT));
	}

	static Stream<Arguments> tails() {
		return Stream.of(arguments(responder((peer) -> forever(peer, "1", "0")), LINE),
				arguments(responder((peer) -> forever(peer, "0\r\n", "x-secretword: secretword\r\n")), SIZE),
				arguments(responder((peer) -> forever(peer, "0\r\nx-secretword: ", "secretword")), SIZE),
				arguments(responder((peer) -> peer.write("0\r\n" + "a: secretword\r\n".repeat(257) + "\r\n")), COUNT));
	}

	private static RawServer.Responder responder(RawServer.Responder responder) {
		return responder;
	}

	private static void forever(RawServer.Peer peer, String start, String more) throws IOException {
		peer.write(start);
		peer.writeForever(more.repeat(500).getBytes(StandardCharsets.ISO_8859_1));
	}

	@ParameterizedTest
	@MethodSource("heads")
	void whenHeadIsOverALimitThenResponseIsCut(RawServer.Responder responder, String limit) {
		try (RawServer server = new RawServer().respond(responder);
				ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), ConnectionSettings.Http2.DISABLED)) {
			cut(client.converse(ConverseRequest.of("model", "text")), limit);
			cut(client.converseStream(ConverseStreamRequest.of("model", "text")).then(), limit);
			assertThat(server.requests()).hasSize(2);
			await().atMost(WAIT).untilAsserted(() -> assertThat(server.connections()).isEqualTo(2));
		}
	}

	@ParameterizedTest
	@MethodSource("tails")
	void whenChunksOrTrailersAreOverALimitThenResponseIsCut(RawServer.Responder responder, String limit) {
		try (RawServer server = new RawServer().respond((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n");
			responder.respond(peer);
		}); ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), ConnectionSettings.Http2.DISABLED)) {
			cut(client.converse(ConverseRequest.of("model", "text")), limit);
			assertThat(server.requests()).hasSize(1);
			await().atMost(WAIT).until(() -> server.goneClients() == 1);
		}
	}

	@ParameterizedTest
	@MethodSource("tails")
	void whenStreamsTrailersAreOverALimitThenItIsCutAfterItsEvents(RawServer.Responder responder, String limit) {
		try (RawServer server = new RawServer().respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
			responder.respond(peer);
		}); ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), ConnectionSettings.Http2.DISABLED)) {
			StepVerifier.create(client.converseStream(ConverseStreamRequest.of("model", "text")))
				.expectNextCount(1)
				.expectErrorSatisfies((ex) -> isLimit(ex, limit))
				.verify(WAIT);
		}
	}

	static Stream<Arguments> headsOfHttp2() {
		String[] many = IntStream.range(0, 257)
			.boxed()
			.flatMap((i) -> Stream.of("x-" + i, "secretword"))
			.toArray(String[]::new);
		String[] large = Stream.of(many)
			.limit(400)
			.map((text) -> text.startsWith("x-") ? text : text.repeat(15))
			.toArray(String[]::new);
		byte[] block = RawHttp2Server.Peer.block("application/json", "x-secretword", "secretword".repeat(400));
		return Stream.of(
				arguments(responder2((peer, stream, number) -> peer.head(stream, "application/json", many)), COUNT),
				arguments(responder2((peer, stream, number) -> large(peer, stream, large)), "32768"),
				arguments(responder2((peer, stream, number) -> {
					peer.write(RawHttp2Server.HEADERS, 0, stream, block);
					while (true) {
						peer.write(RawHttp2Server.CONTINUATION, 0, stream, block);
					}
				}), "exceed"), arguments(responder2((peer, stream, number) -> {
					peer.write(RawHttp2Server.HEADERS, 0, stream, new byte[] { (byte) 0x88 });
					while (true) {
						peer.write(RawHttp2Server.CONTINUATION, 0, stream, new byte[0]);
					}
				}), "consecutive"));
	}

	private static void large(RawHttp2Server.Peer peer, int stream, String... fields) throws IOException {
		// More than one frame may hold.
		byte[] block = RawHttp2Server.Peer.block("application/json", fields);
		int half = 16_000;
		peer.write(RawHttp2Server.HEADERS, 0, stream, Arrays.copyOfRange(block, 0, half));
		peer.write(RawHttp2Server.CONTINUATION, RawHttp2Server.END_HEADERS, stream,
				Arrays.copyOfRange(block, half, block.length));
	}

	private static RawHttp2Server.Responder responder2(RawHttp2Server.Responder responder) {
		return responder;
	}

	@ParameterizedTest
	@MethodSource("headsOfHttp2")
	void whenHeadOverHttp2IsOverALimitThenResponseIsCut(RawHttp2Server.Responder responder, String limit) {
		try (RawHttp2Server server = new RawHttp2Server(responder);
				ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), ConnectionSettings.Http2.REQUIRED)) {
			cut(client.converse(ConverseRequest.of("model", "text")), limit);
			cut(client.converseStream(ConverseStreamRequest.of("model", "text")).then(), limit);
			assertThat(server.requests).hasValue(2);
		}
	}

	@Test
	void whenTrailersOverHttp2AreOverALimitThenStreamIsCutAfterItsEvents() {
		String[] many = IntStream.range(0, 257)
			.boxed()
			.flatMap((i) -> Stream.of("x-" + i, "secretword"))
			.toArray(String[]::new);
		try (RawHttp2Server server = new RawHttp2Server((peer, stream, number) -> {
			peer.head(stream, "application/vnd.amazon.eventstream");
			peer.write(RawHttp2Server.DATA, 0, stream, Responses.START);
			ByteArrayOutputStream trailers = new ByteArrayOutputStream();
			for (int i = 0; i < many.length; i += 2) {
				RawHttp2Server.Peer.field(trailers, many[i], many[i + 1]);
			}
			peer.write(RawHttp2Server.HEADERS, RawHttp2Server.END_STREAM | RawHttp2Server.END_HEADERS, stream,
					trailers.toByteArray());
		}); ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), ConnectionSettings.Http2.REQUIRED)) {
			StepVerifier.create(client.converseStream(ConverseStreamRequest.of("model", "text")))
				.expectNextCount(1)
				.expectErrorSatisfies((ex) -> isLimit(ex, COUNT))
				.verify(WAIT);
		}
	}

	@Test
	void whenHeadIsLongButWithinLimitsThenItIsRead() {
		List<String> fields = IntStream.range(0, 200).mapToObj((i) -> "x-field-" + i + ": " + "v".repeat(100)).toList();
		try (RawServer server = new RawServer().respond("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
				+ String.join("\r\n", fields) + "\r\ncontent-length: " + Responses.CONVERSE_RESPONSE.length()
				+ "\r\n\r\n" + Responses.CONVERSE_RESPONSE);
				ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), ConnectionSettings.Http2.DISABLED)) {
			assertThat(client.converse(ConverseRequest.of("model", "text"))
				.block(WAIT)
				.responseMetadata()
				.header("x-field-199")).isEqualTo("v".repeat(100));
		}
	}

	private static void cut(Mono<?> call, String limit) {
		StepVerifier.create(call).expectErrorSatisfies((ex) -> isLimit(ex, limit)).verify(WAIT);
	}

	private static void isLimit(Throwable ex, String limit) {
		assertThat(ex).isExactlyInstanceOf(InvalidResponseException.class).hasMessageContaining(limit);
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			assertThat(cause.toString()).doesNotContain("secretword");
		}
	}

	private static ReactiveBedrockRuntimeTemplate client(URI endpoint, ConnectionSettings.Http2 http2) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(endpoint)
			.apiKey("key")
			.connectionSettings(ConnectionSettings.defaults().withHttp2(http2))
			.build();
	}

}
