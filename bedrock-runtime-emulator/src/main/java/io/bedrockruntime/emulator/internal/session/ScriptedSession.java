package io.bedrockruntime.emulator.internal.session;

import java.util.List;

import io.bedrockruntime.emulator.script.Reply;

/**
 * Session that sends scripted parts, each after its number of inputs.
 */
public final class ScriptedSession implements BidirectionalSession {

	private final List<Reply.SessionPart> parts;

	private int next;

	private int received;

	public ScriptedSession(List<Reply.SessionPart> parts) {
		this.parts = parts;
	}

	@Override
	public void begin(SessionOutput output) {
		output.beginResponse();
		play(output);
	}

	@Override
	public void accept(byte[] content, SessionOutput output) {
		this.received++;
		play(output);
	}

	private void play(SessionOutput output) {
		while (this.next < this.parts.size() && this.parts.get(this.next).afterInputs() <= this.received) {
			this.parts.get(this.next).messages().forEach(output::message);
			this.next++;
		}
		if (this.next == this.parts.size()) {
			output.end();
		}
	}

}
