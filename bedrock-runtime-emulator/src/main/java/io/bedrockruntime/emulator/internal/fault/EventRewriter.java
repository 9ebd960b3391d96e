package io.bedrockruntime.emulator.internal.fault;

import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;

/**
 * Something that happens to one event; nothing does when it never comes.
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
		boolean meant = this.seen <= this.event && this.event < this.seen + send.events();
		this.seen += send.events();
		return meant ? this.change.apply(send) : List.of(step);
	}

}
