package io.bedrockruntime.internal.eventstream;

import java.nio.charset.StandardCharsets;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.exception.TruncatedStreamException;

/**
 * Reader of texts, of which {@link #LAST} completes the stream.
 */
final class TextReader implements EventStreamReader<String> {

	static final String LAST = "last";

	private boolean complete;

	@Override
	public String read(EventStreamFrame frame) {
		String text = StandardCharsets.UTF_8.decode(frame.payload()).toString();
		this.complete = text.equals(LAST);
		return text;
	}

	@Override
	public boolean isComplete() {
		return this.complete;
	}

	@Override
	public void endOfStream() {
		if (!this.complete) {
			throw new TruncatedStreamException("cut", null);
		}
	}

}
