package io.bedrockruntime;

import java.nio.charset.StandardCharsets;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.PayloadPart;
import io.bedrockruntime.model.invoke.ResponseStream;
import org.jspecify.annotations.Nullable;

/**
 * Reader of InvokeModelWithResponseStream's events. What a model's last chunk is only the
 * model knows, so the stream is whole when the HTTP body is, unless that had no event at
 * all.
 */
final class ResponseStreamReader extends ServiceEventReader<ResponseStream> {

	private static final byte[] BYTES = "{\"bytes\":\"".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PADDING = ",\"p\":\"".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] END = "}".getBytes(StandardCharsets.US_ASCII);

	private final JsonScanner scanner = new JsonScanner();

	private boolean begun;

	ResponseStreamReader() {
		super("InvokeModelWithResponseStream");
	}

	@Override
	ResponseStream read(String type, EventStreamFrame frame) {
		this.begun = true;
		ResponseStream event = type.equals("chunk") ? readChunk(frame) : null;
		return (event != null) ? event : StreamEvents.read(ResponseStream.class, type, frame);
	}

	private @Nullable ResponseStream readChunk(EventStreamFrame frame) {
		JsonScanner json = this.scanner;
		json.reset(frame.buffer(), frame.payloadStart(), frame.payloadEnd());
		byte[] bytes = json.accept(BYTES) ? json.base64() : null;
		if (bytes == null || (json.accept(PADDING) && !json.skipString()) || !json.accept(END) || !json.atEnd()) {
			return null;
		}
		return new ResponseStream.Chunk(new PayloadPart(Blob.wrap(bytes)));
	}

	@Override
	public boolean isComplete() {
		return false;
	}

	@Override
	public void endOfStream() {
		if (!this.begun) {
			throw new TruncatedStreamException(
					"InvokeModelWithResponseStream failed: the stream ended before its first event", null);
		}
	}

}
