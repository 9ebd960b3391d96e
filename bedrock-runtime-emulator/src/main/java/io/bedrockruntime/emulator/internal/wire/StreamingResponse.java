package io.bedrockruntime.emulator.internal.wire;

import java.util.function.Function;

import reactor.core.publisher.Flux;

/**
 * An answer that may come to be while the request is still coming in.
 *
 * @param head the status, the headers and what happens before them
 * @param body from the parts of the request's body to what happens after the headers
 */
public record StreamingResponse(WireResponse head, Function<Flux<byte[]>, Flux<WireStep>> body) {

}
