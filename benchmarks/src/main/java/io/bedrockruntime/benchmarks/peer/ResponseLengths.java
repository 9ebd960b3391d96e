package io.bedrockruntime.benchmarks.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import reactor.core.publisher.Mono;

/**
 * Futures of response lengths that are never {@code null}, unlike Reactor's own futures.
 */
final class ResponseLengths {

	private ResponseLengths() {
	}

	/**
	 * Subscribe, which makes the call.
	 */
	static CompletionStage<Integer> of(Mono<Integer> length) {
		CompletableFuture<Integer> future = new CompletableFuture<>();
		length.subscribe(future::complete, future::completeExceptionally,
				() -> future.completeExceptionally(new IllegalStateException("No response")));
		return future;
	}

}
