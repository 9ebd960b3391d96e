package io.bedrockruntime.emulator.internal.session;

/**
 * Session that returns each content unchanged; used for models other than Amazon Nova
 * Sonic.
 */
public final class EchoSession implements BidirectionalSession {

	private boolean begun;

	@Override
	public void accept(byte[] content, SessionOutput output) {
		if (!this.begun) {
			this.begun = true;
			output.beginResponse();
		}
		output.chunk(content);
	}

}
