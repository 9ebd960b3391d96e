package io.bedrockruntime.internal.event;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.BidirectionalOutputPayloadPart;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;

/**
 * Reader of the events that come back over a stream in both directions. What a model's
 * last one is only the model knows, and one that was told nothing may say nothing, so the
 * stream is whole when the HTTP body is.
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
		// nothing is owed
	}

}
