package io.bedrockruntime.benchmarks.peer;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Bare {@code WebClient} on Reactor Netty, which neither signs requests nor parses JSON.
 */
final class WebClientPeer implements Peer {

	private final PeerSettings settings;

	private final ConnectionProvider connections;

	private final WebClient client;

	WebClientPeer(PeerSettings settings) {
		this.settings = settings;
		this.connections = ReactorNettyPeer.connections(settings);
		HttpClient http = HttpClient.create(this.connections).disableRetry(true);
		this.client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(http))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(-1))
			.defaultHeader(HttpHeaders.AUTHORIZATION, RawRequests.AUTHORIZATION)
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
		Mono<byte[]> response = send(modelId, operation, body).bodyToMono(byte[].class);
		return ResponseLengths.of(response.map((bytes) -> bytes.length));
	}

	@Override
	public Runnable converseStream(Conversation conversation, StreamListener listener) {
		return send(conversation.modelId(), "converse-stream", RawRequests.body(conversation))
			.bodyToFlux(DataBuffer.class)
			.subscribe((buffer) -> {
				DataBufferUtils.release(buffer);
				listener.text(null);
			}, listener::end, () -> listener.end(null))::dispose;
	}

	private WebClient.ResponseSpec send(String modelId, String operation, byte[] body) {
		return this.client.post()
			.uri(RawRequests.uri(this.settings, modelId, operation))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.retrieve();
	}

	@Override
	public void close() {
		this.connections.disposeLater().block(Duration.ofSeconds(10));
	}

}
