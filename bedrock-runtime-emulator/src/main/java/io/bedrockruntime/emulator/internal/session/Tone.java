package io.bedrockruntime.emulator.internal.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Tone that replaces speech: 16-bit samples on one channel, as Amazon Nova Sonic sends
 * them.
 */
final class Tone {

	private static final double HERTZ = 440;

	private static final double LOUDNESS = 0.25 * Short.MAX_VALUE;

	private final int sampleRate;

	private long position;

	Tone(int sampleRate) {
		this.sampleRate = sampleRate;
	}

	/** Return the next tenth of a second. */
	byte[] next() {
		int samples = this.sampleRate / 10;
		ByteBuffer pcm = ByteBuffer.allocate(samples * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < samples; i++) {
			double phase = 2 * Math.PI * HERTZ * this.position++ / this.sampleRate;
			pcm.putShort((short) Math.round(LOUDNESS * Math.sin(phase)));
		}
		return pcm.array();
	}

}
