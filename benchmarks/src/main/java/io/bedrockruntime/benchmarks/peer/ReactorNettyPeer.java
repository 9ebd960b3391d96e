package io.bedrockruntime.benchmarks.peer;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.netty.buffer.Unpooled;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Bare Reactor Netty client, which neither signs requests nor parses JSON.
 */
final class ReactorNettyPeer implements Peer {

	private final PeerSettings settings;

	private final ConnectionProvider connections;

	private final HttpClient client;

	ReactorNettyPeer(PeerSettings settings) {
		this.settings = settings;
		this.connections = connections(settings);
		this.client = HttpClient.create(this.connections)
			.disableRetry(true)
			.headers((headers) -> headers.set("Content-Type", "application/json")
				.set("Authorization", RawRequests.AUTHORIZATION));
	}

	static ConnectionProvider connections(PeerSettings settings) {
		return ConnectionProvider.builder("raw")
			.maxConnections(settings.connections())
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(Duration.ofMinutes(15))
			.build();
	}

	@Override
	public CompletionStage<Integer> converse(Conversation conversation) {
		return unary(conversation.modelId(), "converse", RawRequests.body(conversation));
	}

	@Override
	public CompletionStage<Integer> invoke(String modelId, byte[] body) {
		return unary(modelId, "invoke", body);
	}

	private CompletionStage<Integer> unary(String modelId, String operation, byte[] body) {
		return ResponseLengths.of(send(modelId, operation, body)
			.responseSingle((response, content) -> accepted(response).then(content.asByteArray()))
			.map((bytes) -> bytes.length));
	}

	@Override
	public Runnable converseStream(Conversation conversation, StreamListener listener) {
		return send(conversation.modelId(), "converse-stream", RawRequests.body(conversation))
			.response((response, content) -> accepted(response).thenMany(content))
			.subscribe((buffer) -> listener.text(null), listener::end, () -> listener.end(null))::dispose;
	}

	private HttpClient.ResponseReceiver<?> send(String modelId, String operation, byte[] body) {
		return this.client.post()
			.uri(RawRequests.uri(this.settings, modelId, operation))
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)));
	}

	private static Mono<Void> accepted(HttpClientResponse response) {
		int status = response.status().code();
		return (status == 200) ? Mono.empty() : Mono.error(new IllegalStateException("Status " + status));
	}

	@Override
	public void close() {
		this.connections.disposeLater().block(Duration.ofSeconds(10));
	}

}
