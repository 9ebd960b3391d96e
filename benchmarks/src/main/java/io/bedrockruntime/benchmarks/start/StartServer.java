package io.bedrockruntime.benchmarks.start;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Server that sends the same response to each request. Its streams send one event, and
 * then stay open until the client disconnects.
 */
final class StartServer implements AutoCloseable {

	private static final byte[] RESPONSE = """
			{"metrics":{"latencyMs":1},"output":{"message":{"content":[{"text":"Hello"}],"role":"assistant"}},\
			"stopReason":"end_turn","usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2}}"""
		.getBytes(StandardCharsets.UTF_8);

	private static final byte[] EVENT = EventStreamEncoder.encode(EventStreamMessage.event("contentBlockDelta",
			"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Hello\"}}".getBytes(StandardCharsets.UTF_8)));

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.protocol(HttpProtocol.HTTP11, HttpProtocol.H2C)
		.handle((request, response) -> request.receive().then().thenMany(respond(request, response)))
		.bindNow(Duration.ofSeconds(30));

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	private static Publisher<Void> respond(HttpServerRequest request, HttpServerResponse response) {
		if (request.uri().endsWith("/converse-stream")) {
			Flux<ByteBuf> stream = Flux.concat(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(EVENT)), Mono.never());
			return response.header("Content-Type", "application/vnd.amazon.eventstream").send(stream, (buffer) -> true);
		}
		return response.header("Content-Type", "application/json")
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(RESPONSE)));
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
