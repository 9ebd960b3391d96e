package io.bedrockruntime.emulator.internal.fault;

import java.util.List;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;
import org.jspecify.annotations.Nullable;

/**
 * Rewriter that sends one event after the event that follows it.
 */
final class SwapEventsRewriter implements StepRewriter {

	private final int event;

	private int seen;

	private @Nullable Send waiting;

	SwapEventsRewriter(int event) {
		this.event = event;
	}

	@Override
	public List<WireStep> next(WireStep step) {
		if (!(step instanceof Send send)) {
			return List.of(step);
		}
		Send before = this.waiting;
		if (before != null) {
			this.waiting = null;
			return List.of(send, before);
		}
		boolean affected = this.seen == this.event;
		this.seen += send.events();
		if (affected) {
			this.waiting = send;
			return List.of();
		}
		return List.of(step);
	}

	@Override
	public List<WireStep> end() {
		Send last = this.waiting;
		this.waiting = null;
		return (last != null) ? List.of(last) : List.of();
	}

}
