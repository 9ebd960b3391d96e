package io.bedrockruntime.emulator.internal.wire;

import java.util.function.Function;

import reactor.core.publisher.Flux;

/**
 * Response that may be produced while the request is still being received.
 *
 * @param head the status, the headers and the steps before them
 * @param body the function from the parts of the request's body to the steps after the
 * headers
 */
public record StreamingResponse(WireResponse head, Function<Flux<byte[]>, Flux<WireStep>> body) {

}
