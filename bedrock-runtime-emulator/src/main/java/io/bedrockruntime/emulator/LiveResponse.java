package io.bedrockruntime.emulator;

import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Flux;

/**
 * An answer that may come to be while the request is still coming in.
 *
 * @param head the status, the headers and what happens before them
 * @param body from the parts of the request's body to what happens after the headers
 */
record LiveResponse(WireResponse head, Function<Flux<byte[]>, Flux<WireStep>> body) {

	/** An answer that needs nothing of the request's body. */
	static LiveResponse of(WireResponse response, List<Fault> faults) {
		return new LiveResponse(FaultInjection.head(response, faults),
				(input) -> FaultInjection.body(Flux.fromIterable(response.steps()), faults, false));
	}

	/** An answer whose steps nobody knows in advance. */
	static LiveResponse of(WireResponse head, Function<Flux<byte[]>, Flux<WireStep>> steps, List<Fault> faults) {
		return new LiveResponse(FaultInjection.head(head, faults),
				(input) -> FaultInjection.body(steps.apply(input), faults, true));
	}

}
