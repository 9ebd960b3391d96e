package io.bedrockruntime.internal.event;

import java.nio.charset.StandardCharsets;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.model.Blob;
import org.jspecify.annotations.Nullable;

/**
 * Scanner of events that contain only bytes and possibly padding, such as the chunks of
 * InvokeModelWithResponseStream.
 */
final class ChunkScanner {

	private static final byte[] BYTES = "{\"bytes\":\"".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PADDING = ",\"p\":\"".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] END = "}".getBytes(StandardCharsets.US_ASCII);

	private final JsonScanner scanner = new JsonScanner();

	/**
	 * Return the bytes, or {@code null} if the event has other content and needs a
	 * parser.
	 */
	@Nullable Blob bytes(EventStreamFrame frame) {
		this.scanner.reset(frame.buffer(), frame.payloadStart(), frame.payloadEnd());
		Blob bytes = bytes(this.scanner);
		this.scanner.clear();
		return bytes;
	}

	private static @Nullable Blob bytes(JsonScanner json) {
		byte[] bytes = json.accept(BYTES) ? json.base64() : null;
		if (bytes == null || (json.accept(PADDING) && !json.skipString()) || !json.accept(END) || !json.atEnd()) {
			return null;
		}
		return Blob.wrap(bytes);
	}

}
