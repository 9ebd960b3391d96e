package io.bedrockruntime.internal.event;

import java.nio.charset.StandardCharsets;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ContentBlockDeltaEvent;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import org.jspecify.annotations.Nullable;

/**
 * Reader of ConverseStream's events. The stream is complete when {@code messageStop} and
 * the {@code metadata} that follows it were received.
 */
public final class ConverseStreamReader extends ServiceEventReader<ConverseStreamOutput> {

	private static final byte[] INDEX = ascii("{\"contentBlockIndex\":");

	private static final byte[] DELTA = ascii(",\"delta\":{\"text\":\"");

	private static final byte[] DELTA_FIRST = ascii("{\"delta\":{\"text\":\"");

	private static final byte[] END_OF_DELTA = ascii("}");

	private static final byte[] INDEX_LAST = ascii(",\"contentBlockIndex\":");

	private static final byte[] PADDING = ascii(",\"p\":\"");

	private final JsonScanner scanner = new JsonScanner();

	private boolean stopped;

	private boolean complete;

	public ConverseStreamReader(String operation) {
		super(operation);
	}

	@Override
	ConverseStreamOutput read(String type, EventStreamFrame frame) {
		ConverseStreamOutput event = type.equals("contentBlockDelta") ? readTextDelta(frame) : null;
		if (event == null) {
			event = StreamEvents.read(ConverseStreamOutput.class, type, frame);
		}
		if (event instanceof ConverseStreamOutput.MessageStop) {
			this.stopped = true;
		}
		else if (event instanceof ConverseStreamOutput.Metadata) {
			this.complete = this.stopped;
		}
		return event;
	}

	/**
	 * Read a text delta, of which a stream mostly consists: a piece of text and the
	 * padding that the service adds.
	 */
	private @Nullable ConverseStreamOutput readTextDelta(EventStreamFrame frame) {
		this.scanner.reset(frame.buffer(), frame.payloadStart(), frame.payloadEnd());
		ConverseStreamOutput event = readTextDelta(this.scanner);
		this.scanner.clear();
		return event;
	}

	private static @Nullable ConverseStreamOutput readTextDelta(JsonScanner json) {
		int index = -1;
		String text = null;
		if (json.accept(INDEX)) {
			index = json.number();
			text = (index >= 0 && json.accept(DELTA)) ? json.string() : null;
			if (text == null || !json.accept(END_OF_DELTA)) {
				return null;
			}
		}
		else if (json.accept(DELTA_FIRST)) {
			text = json.string();
			if (text == null || !json.accept(END_OF_DELTA) || !json.accept(INDEX_LAST)) {
				return null;
			}
			index = json.number();
		}
		if (text == null || index < 0 || (json.accept(PADDING) && !json.skipString()) || !json.accept(END_OF_DELTA)
				|| !json.atEnd()) {
			return null;
		}
		return new ConverseStreamOutput.ContentBlockDelta(
				new ContentBlockDeltaEvent(new ContentBlockDelta.Text(text), index));
	}

	@Override
	public boolean isComplete() {
		return this.complete;
	}

	@Override
	public void endOfStream() {
		if (!this.complete) {
			throw new TruncatedStreamException(operation() + " failed: the stream ended before "
					+ (this.stopped ? "its metadata" : "the message stopped"), null);
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
