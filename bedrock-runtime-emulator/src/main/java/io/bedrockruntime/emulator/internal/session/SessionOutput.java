package io.bedrockruntime.emulator.internal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.internal.wire.StreamEvent;
import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * Output of a session, paced as all streams are.
 */
public final class SessionOutput {

	private final Pacing pacing;

	private List<WireStep> steps = new ArrayList<>();

	private int position;

	private boolean over;

	public SessionOutput(Pacing pacing) {
		this.pacing = pacing;
	}

	/** Wait for the delay before a model's first token. */
	void beginResponse() {
		pause(this.pacing.firstTokenDelay());
	}

	public void chunk(byte[] bytes) {
		pause(this.pacing.pause(1));
		StreamEvent event = new StreamEvent("chunk", Json.object().put("bytes", bytes), 1);
		this.steps.add(new WireStep.Send(event.encode(this.position++), 1));
	}

	void message(EventStreamMessage message) {
		this.steps.add(new WireStep.Send(EventStreamEncoder.encode(message), 1));
	}

	/** End the response normally after the pending steps. */
	void end() {
		if (!this.over) {
			this.over = true;
			this.steps.add(new WireStep.End());
		}
	}

	/** End the response with an exception. */
	void fail(ServiceErrorException error) {
		if (!this.over) {
			message(EventStreamMessage.exception("validationException", Json.bytes(error.body())));
			end();
		}
	}

	boolean isOver() {
		return this.over;
	}

	List<WireStep> take() {
		List<WireStep> taken = this.steps;
		this.steps = new ArrayList<>();
		return taken;
	}

	private void pause(Duration duration) {
		if (!duration.isZero()) {
			this.steps.add(new WireStep.Pause(duration));
		}
	}

}
