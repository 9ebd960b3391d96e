package io.bedrockruntime.emulator.internal.fault;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;

/**
 * Rewriter that inserts steps after a number of events, or at the end when there are
 * fewer.
 */
final class AfterEventsRewriter implements StepRewriter {

	private final int events;

	private final List<WireStep> inserted;

	private int sent;

	private boolean done;

	AfterEventsRewriter(int events, WireStep... inserted) {
		this.events = events;
		this.inserted = List.of(inserted);
	}

	@Override
	public List<WireStep> begin() {
		return (this.events <= 0) ? end() : List.of();
	}

	@Override
	public List<WireStep> next(WireStep step) {
		if (!(step instanceof Send send)) {
			return List.of(step);
		}
		this.sent += send.events();
		if (this.sent < this.events) {
			return List.of(step);
		}
		List<WireStep> steps = new ArrayList<>(List.of(step));
		steps.addAll(end());
		return steps;
	}

	@Override
	public List<WireStep> end() {
		List<WireStep> steps = this.done ? List.of() : this.inserted;
		this.done = true;
		return steps;
	}

}
