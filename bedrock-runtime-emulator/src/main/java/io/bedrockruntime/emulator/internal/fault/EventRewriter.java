package io.bedrockruntime.emulator.internal.fault;

import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;

/**
 * Rewriter that replaces one event; it has no effect when that event is never sent.
 */
final class EventRewriter implements StepRewriter {

	private final int event;

	private final Function<Send, List<WireStep>> change;

	private int seen;

	EventRewriter(int event, Function<Send, List<WireStep>> change) {
		this.event = event;
		this.change = change;
	}

	@Override
	public List<WireStep> next(WireStep step) {
		if (!(step instanceof Send send)) {
			return List.of(step);
		}
		boolean affected = this.seen <= this.event && this.event < this.seen + send.events();
		this.seen += send.events();
		return affected ? this.change.apply(send) : List.of(step);
	}

}
