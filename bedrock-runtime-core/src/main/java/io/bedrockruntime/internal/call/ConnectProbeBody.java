package io.bedrockruntime.internal.call;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.web.reactive.function.BodyInserter;

/**
 * Body of a request that is never sent. When the HTTP client requests the body, the
 * connection is established.
 */
public final class ConnectProbeBody implements BodyInserter<byte[], ReactiveHttpOutputMessage> {

	private final Sinks.Empty<Void> connected = Sinks.empty();

	/**
	 * Return the signal that the connection is established.
	 */
	public Mono<Void> connected() {
		return this.connected.asMono();
	}

	@Override
	public Mono<Void> insert(ReactiveHttpOutputMessage message, Context context) {
		return message.writeWith(Mono.defer(() -> {
			this.connected.tryEmitEmpty();
			return Mono.never();
		}));
	}

}
