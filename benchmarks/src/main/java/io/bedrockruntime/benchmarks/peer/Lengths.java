package io.bedrockruntime.benchmarks.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import reactor.core.publisher.Mono;

/**
 * Lengths of answers that are there, which Reactor's own future does not promise.
 */
final class Lengths {

	private Lengths() {
	}

	/**
	 * Make the call.
	 */
	static CompletionStage<Integer> of(Mono<Integer> length) {
		CompletableFuture<Integer> future = new CompletableFuture<>();
		length.subscribe(future::complete, future::completeExceptionally,
				() -> future.completeExceptionally(new IllegalStateException("No answer")));
		return future;
	}

}
