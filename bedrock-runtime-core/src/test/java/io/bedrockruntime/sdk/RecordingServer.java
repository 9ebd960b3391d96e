package io.bedrockruntime.sdk;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Server that records its requests and always sends the same response.
 */
final class RecordingServer implements AutoCloseable {

	private static final int LONG = 128 * 1024;

	private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

	private final DisposableServer server;

	private volatile Response response = new Response(500, Map.of(), new byte[0]);

	RecordingServer() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.protocol(HttpProtocol.HTTP11, HttpProtocol.H2C)
			.httpRequestDecoder((decoder) -> decoder.maxHeaderSize(LONG).maxInitialLineLength(LONG))
			.handle(this::handle)
			.bindNow();
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]).flatMap((body) -> {
			Response current = this.response;
			this.requests
				.add(new Request(request.method().name(), request.uri(), headers(request.requestHeaders()), body));
			response.status(current.status());
			current.headers().forEach(response::header);
			response.header("content-length", Integer.toString(current.body().length));
			return response.sendByteArray(Mono.just(current.body())).then();
		});
	}

	private static Map<String, String> headers(HttpHeaders headers) {
		Map<String, String> values = new TreeMap<>();
		headers.forEach(
				(header) -> values.merge(header.getKey().toLowerCase(), header.getValue(), (a, b) -> a + " and " + b));
		return values;
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	void respond(Response response) {
		this.response = response;
	}

	/** The single request since the last call of this method. */
	Request request() {
		Request request = this.requests.poll();
		if (request == null || !this.requests.isEmpty()) {
			this.requests.clear();
			throw new AssertionError("There was not exactly one request");
		}
		return request;
	}

	/** Forget the recorded requests. */
	void forget() {
		this.requests.clear();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * A received request.
	 */
	record Request(String method, String uri, Map<String, String> headers, byte[] body) {

		String path() {
			int query = this.uri.indexOf('?');
			return (query >= 0) ? this.uri.substring(0, query) : this.uri;
		}

		String query() {
			int query = this.uri.indexOf('?');
			return (query >= 0) ? this.uri.substring(query + 1) : null;
		}

	}

	/**
	 * The response to send.
	 */
	record Response(int status, Map<String, String> headers, byte[] body) {
	}

}
