package io.bedrockruntime.emulator.internal.fault;

import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.End;
import reactor.core.publisher.Flux;

/**
 * Makes of the steps of one answer, one after the other, others.
 */
interface StepRewriter {

	/** What happens before the first step, and does not wait for it. */
	default List<WireStep> begin() {
		return List.of();
	}

	/** What happens in place of a step. */
	List<WireStep> next(WireStep step);

	/** What happens behind the last step, when nothing else ended the answer. */
	default List<WireStep> end() {
		return List.of();
	}

	/** Rewrite steps anew each time, up to the first one behind which nothing comes. */
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
