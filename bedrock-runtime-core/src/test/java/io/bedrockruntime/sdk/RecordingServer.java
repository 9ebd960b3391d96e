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
 * A server that keeps what it was asked, and answers all with the same bytes.
 */
final class RecordingServer implements AutoCloseable {

	private static final int LONG = 128 * 1024;

	private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

	private final DisposableServer server;

	private volatile Answer answer = new Answer(500, Map.of(), new byte[0]);

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
			Answer current = this.answer;
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

	void answer(Answer answer) {
		this.answer = answer;
	}

	/** The one request since the last time, which has been answered by now. */
	Request request() {
		Request request = this.requests.poll();
		if (request == null || !this.requests.isEmpty()) {
			this.requests.clear();
			throw new AssertionError("There was not exactly one request");
		}
		return request;
	}

	/** Let go of what was asked. */
	void forget() {
		this.requests.clear();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * A request as it came.
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
	 * What to answer.
	 */
	record Answer(int status, Map<String, String> headers, byte[] body) {
	}

}
