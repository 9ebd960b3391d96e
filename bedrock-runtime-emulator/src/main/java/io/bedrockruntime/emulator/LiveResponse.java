package io.bedrockruntime.emulator;

import java.util.function.Function;

import reactor.core.publisher.Flux;

/**
 * An answer that comes to be while the request is still coming in.
 *
 * @param head the status, the headers and what happens before them
 * @param body from the parts of the request's body to what happens after the headers
 */
record LiveResponse(WireResponse head, Function<Flux<byte[]>, Flux<WireStep>> body) {

	/** An answer that needs nothing of the request's body. */
	static LiveResponse of(WireResponse response) {
		return new LiveResponse(response, (input) -> Flux.fromIterable(response.steps()));
	}

}
