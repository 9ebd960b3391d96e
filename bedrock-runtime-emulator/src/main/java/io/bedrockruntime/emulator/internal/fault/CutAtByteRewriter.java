package io.bedrockruntime.emulator.internal.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;

/**
 * Rewriter that ends the body after a number of bytes, or at its end when it has fewer.
 */
final class CutAtByteRewriter implements StepRewriter {

	private final List<WireStep> then;

	private long left;

	CutAtByteRewriter(long bytes, WireStep... then) {
		this.left = bytes;
		this.then = List.of(then);
	}

	@Override
	public List<WireStep> begin() {
		return (this.left <= 0) ? this.then : List.of();
	}

	@Override
	public List<WireStep> next(WireStep step) {
		if (!(step instanceof Send send)) {
			return List.of(step);
		}
		if (send.bytes().length < this.left) {
			this.left -= send.bytes().length;
			return List.of(step);
		}
		boolean complete = send.bytes().length == this.left;
		List<WireStep> steps = new ArrayList<>();
		steps.add(new Send(Arrays.copyOf(send.bytes(), (int) this.left), complete ? send.events() : 0));
		steps.addAll(this.then);
		return steps;
	}

	@Override
	public List<WireStep> end() {
		return this.then;
	}

}
