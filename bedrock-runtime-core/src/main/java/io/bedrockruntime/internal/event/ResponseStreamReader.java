package io.bedrockruntime.internal.event;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.PayloadPart;
import io.bedrockruntime.model.invoke.ResponseStream;

/**
 * Reader of InvokeModelWithResponseStream's events. Only the model knows which chunk is
 * the last one, so the stream is complete when the HTTP body is, unless there was no
 * event at all.
 */
public final class ResponseStreamReader extends ServiceEventReader<ResponseStream> {

	private final ChunkScanner chunks = new ChunkScanner();

	private boolean begun;

	public ResponseStreamReader(String operation) {
		super(operation);
	}

	@Override
	ResponseStream read(String type, EventStreamFrame frame) {
		this.begun = true;
		Blob bytes = type.equals("chunk") ? this.chunks.bytes(frame) : null;
		return (bytes != null) ? new ResponseStream.Chunk(new PayloadPart(bytes))
				: StreamEvents.read(ResponseStream.class, type, frame);
	}

	@Override
	public boolean isComplete() {
		return false;
	}

	@Override
	public void endOfStream() {
		if (!this.begun) {
			throw new TruncatedStreamException(operation() + " failed: the stream ended before its first event", null);
		}
	}

}
