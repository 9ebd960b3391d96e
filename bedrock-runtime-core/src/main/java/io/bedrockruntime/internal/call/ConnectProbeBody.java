package io.bedrockruntime.internal.call;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.web.reactive.function.BodyInserter;

/**
 * Body of a request that is never sent: when the HTTP client asks for it, there is a
 * connection to send it over.
 */
public final class ConnectProbeBody implements BodyInserter<byte[], ReactiveHttpOutputMessage> {

	private final Sinks.Empty<Void> over = Sinks.empty();

	/**
	 * Return the end of the handshake.
	 */
	public Mono<Void> over() {
		return this.over.asMono();
	}

	@Override
	public Mono<Void> insert(ReactiveHttpOutputMessage message, Context context) {
		return message.writeWith(Mono.defer(() -> {
			this.over.tryEmitEmpty();
			return Mono.never();
		}));
	}

}
