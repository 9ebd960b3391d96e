package io.bedrockruntime.emulator.internal.fault;

import java.util.List;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits for the next one to be sent before it.
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
		boolean meant = this.seen == this.event;
		this.seen += send.events();
		if (meant) {
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
