package io.bedrockruntime.emulator.internal.fault;

import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.End;
import reactor.core.publisher.Flux;

/**
 * Strategy that replaces the steps of one response, one at a time.
 */
interface StepRewriter {

	/** Return the steps before the first one; they do not wait for it. */
	default List<WireStep> begin() {
		return List.of();
	}

	/** Return the steps that replace a step. */
	List<WireStep> next(WireStep step);

	/** Return the steps after the last one, unless a step has ended the response. */
	default List<WireStep> end() {
		return List.of();
	}

	/**
	 * Rewrite steps with a new rewriter per subscription, up to the first terminal step.
	 */
	static Flux<WireStep> rewrite(Flux<WireStep> steps, Supplier<? extends StepRewriter> rewriters) {
		return Flux.defer(() -> {
			StepRewriter rewriter = rewriters.get();
			return Flux
				.concat(Flux.fromIterable(rewriter.begin()),
						steps.takeWhile((step) -> !(step instanceof End)).concatMapIterable(rewriter::next, 1),
						Flux.defer(() -> Flux.fromIterable(rewriter.end())))
				.takeUntil(WireStep::isLast);
		});
	}

}
