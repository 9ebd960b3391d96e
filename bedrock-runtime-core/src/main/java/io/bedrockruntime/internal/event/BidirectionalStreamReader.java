package io.bedrockruntime.internal.event;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.BidirectionalOutputPayloadPart;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;

/**
 * Reader of the output events of a bidirectional stream. Only the model knows which event
 * is the last one, and there may be no event at all, so the stream is complete when the
 * HTTP body is.
 */
public final class BidirectionalStreamReader extends ServiceEventReader<InvokeModelWithBidirectionalStreamOutput> {

	private final ChunkScanner chunks = new ChunkScanner();

	public BidirectionalStreamReader(String operation) {
		super(operation);
	}

	@Override
	InvokeModelWithBidirectionalStreamOutput read(String type, EventStreamFrame frame) {
		Blob bytes = type.equals("chunk") ? this.chunks.bytes(frame) : null;
		return (bytes != null)
				? new InvokeModelWithBidirectionalStreamOutput.Chunk(new BidirectionalOutputPayloadPart(bytes))
				: StreamEvents.read(InvokeModelWithBidirectionalStreamOutput.class, type, frame);
	}

	@Override
	public boolean isComplete() {
		return false;
	}

	@Override
	public void endOfStream() {
		// the stream may end after any event
	}

}
