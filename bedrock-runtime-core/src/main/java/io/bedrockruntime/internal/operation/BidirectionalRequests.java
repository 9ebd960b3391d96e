package io.bedrockruntime.internal.operation;

import java.nio.ByteBuffer;
import java.util.Map;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import org.reactivestreams.Publisher;

import org.springframework.http.HttpMethod;

/**
 * Requests whose body is a stream of events, bound to HTTP as the service's contract has
 * it.
 */
public final class BidirectionalRequests {

	public static final String OPERATION = "InvokeModelWithBidirectionalStream";

	private static final byte[] UNKNOWN = {};

	private BidirectionalRequests() {
	}

	public static MarshalledRequest prepare(InvokeModelWithBidirectionalStreamRequest request,
			Publisher<ByteBuffer> messages) {
		return new MarshalledRequest(OPERATION, HttpMethod.POST, "/model/{modelId}/invoke-with-bidirectional-stream",
				"/model/" + RequestMarshaller.label(request.modelId()) + "/invoke-with-bidirectional-stream",
				Map.of("content-type", RequestMarshaller.EVENT_STREAM), RequestMarshaller.EVENT_STREAM, UNKNOWN, true,
				messages);
	}

	static ByteBuffer encode(InvokeModelWithBidirectionalStreamInput event) {
		return ByteBuffer.wrap(EventStreamEncoder.encode(
				EventStreamMessage.event(BedrockRuntimeJson.memberName(event), BedrockRuntimeJson.writeMember(event))));
	}

}
