package io.bedrockruntime.emulator.internal.session;

/**
 * Gives each content back as it came: what models other than Amazon Nova Sonic do here.
 */
public final class EchoSession implements BidirectionalSession {

	private boolean begun;

	@Override
	public void accept(byte[] content, SessionOutput output) {
		if (!this.begun) {
			this.begun = true;
			output.beginAnswer();
		}
		output.chunk(content);
	}

}
