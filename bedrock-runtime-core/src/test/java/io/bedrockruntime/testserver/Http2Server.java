package io.bedrockruntime.testserver;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.internal.eventstream.EventStreamFlux;
import io.bedrockruntime.internal.eventstream.EventStreamReader;
import io.bedrockruntime.internal.eventstream.EventStreamTimeouts;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.core.io.buffer.NettyDataBufferFactory;

/**
 * HTTP/2 server without TLS that responds while the request is still being received.
 */
public final class Http2Server implements AutoCloseable {

	private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	public final List<Call> calls = new CopyOnWriteArrayList<>();

	/** Connections that were opened. */
	public final AtomicInteger opened = new AtomicInteger();

	/** Calls whose connection or stream was closed before they had ended. */
	public final AtomicInteger gone = new AtomicInteger();

	private final DisposableServer server;

	public Http2Server(Responder responder, HttpProtocol... protocols) {
		this(responder, (server) -> server.protocol(protocols));
	}

	public Http2Server(Responder responder, UnaryOperator<HttpServer> settings) {
		this.server = settings
			.apply(HttpServer.create()
				.host("127.0.0.1")
				.doOnChannelInit((observer, channel, address) -> this.opened.incrementAndGet()))
			.handle((request, response) -> {
				Map<String, String> headers = new LinkedHashMap<>();
				request.requestHeaders().forEach((header) -> headers.put(header.getKey(), header.getValue()));
				Call call = new Call(request.method().name() + " " + request.uri(), request.version().text(), headers,
						new CopyOnWriteArrayList<>());
				this.calls.add(call);
				response.status(200).header("content-type", "application/vnd.amazon.eventstream");
				response.header("x-amzn-RequestId", "r-1");
				boolean[] ended = { false };
				request.withConnection((connection) -> connection.onDispose(() -> {
					if (!ended[0]) {
						this.gone.incrementAndGet();
					}
				}));
				return Flux.from(responder.respond(call, request, response)).doOnComplete(() -> ended[0] = true);
			})
			.bindNow(Duration.ofSeconds(10));
	}

	/**
	 * Server that creates events from the received payloads.
	 */
	public static Http2Server events(BiFunction<Call, Flux<String>, Flux<byte[]>> responder) {
		return new Http2Server((call, request, response) -> response.sendHeaders()
			.sendByteArray(responder.apply(call, payloads(call, request)))
			.then(), HttpProtocol.H2C);
	}

	/**
	 * The payloads of the events inside the messages that sign them, up to the end.
	 */
	public static Flux<String> payloads(Call call, HttpServerRequest request) {
		return EventStreamFlux
			.decode(request.receive().retain().map(BUFFERS::wrap), () -> new Messages(call),
					EventStreamLimits.defaults(), new EventStreamTimeouts(Duration.ofMinutes(5), null, null))
			.map((message) -> new String(message.payload(), StandardCharsets.UTF_8));
	}

	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	public int port() {
		return this.server.port();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(10));
	}

	/**
	 * Handler of a call.
	 */
	public interface Responder {

		Publisher<Void> respond(Call call, HttpServerRequest request, HttpServerResponse response);

		static Responder never() {
			return (call, request, response) -> Mono.never();
		}

	}

	/**
	 * A received call.
	 *
	 * @param line the method and the path
	 * @param version the version of HTTP
	 * @param headers the headers
	 * @param messages the messages that sign the events
	 */
	public record Call(String line, String version, Map<String, String> headers, List<EventStreamMessage> messages) {

	}

	private static final class Messages implements EventStreamReader<EventStreamMessage> {

		private final Call call;

		private Messages(Call call) {
			this.call = call;
		}

		@Override
		public @Nullable EventStreamMessage read(EventStreamFrame frame) {
			EventStreamMessage signed = frame.toMessage();
			this.call.messages().add(signed);
			if (signed.payload().length == 0) {
				return null;
			}
			EventStreamFrame inner = new EventStreamDecoder().next(ByteBuffer.wrap(signed.payload()));
			return (inner != null) ? inner.toMessage() : null;
		}

		@Override
		public boolean isComplete() {
			return false;
		}

		@Override
		public void endOfStream() {
			// the stream may end after any message
		}

	}

}
