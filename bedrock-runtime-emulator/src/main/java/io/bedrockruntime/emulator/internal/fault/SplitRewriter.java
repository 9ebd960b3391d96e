package io.bedrockruntime.emulator.internal.fault;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.Pause;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;

/**
 * Rewriter that cuts the bytes into pieces of one size, regardless of events. Pauses keep
 * their position, unless the rest of an event must not wait for the next event.
 */
final class SplitRewriter implements StepRewriter {

	private final int size;

	private final Duration pause;

	private final boolean live;

	private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

	private int events;

	SplitRewriter(int size, Duration pause, boolean live) {
		this.size = size;
		this.pause = pause;
		this.live = live;
	}

	@Override
	public List<WireStep> next(WireStep step) {
		List<WireStep> pieces = new ArrayList<>();
		if (step instanceof Send send) {
			for (int i = 0; i < send.bytes().length; i++) {
				this.rest.write(send.bytes()[i]);
				this.events += (i == send.bytes().length - 1) ? send.events() : 0;
				if (this.rest.size() == this.size) {
					flush(pieces);
				}
			}
			if (this.live) {
				flush(pieces);
			}
			return pieces;
		}
		if (!(step instanceof Pause)) {
			flush(pieces);
		}
		pieces.add(step);
		return pieces;
	}

	@Override
	public List<WireStep> end() {
		List<WireStep> pieces = new ArrayList<>();
		flush(pieces);
		return pieces;
	}

	private void flush(List<WireStep> pieces) {
		if (this.rest.size() > 0) {
			pieces.add(new Send(this.rest.toByteArray(), this.events));
			this.rest.reset();
			this.events = 0;
			if (!this.pause.isZero()) {
				pieces.add(new Pause(this.pause));
			}
		}
	}

}
