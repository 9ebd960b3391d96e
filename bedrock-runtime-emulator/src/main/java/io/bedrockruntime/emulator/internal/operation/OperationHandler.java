package io.bedrockruntime.emulator.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.script.Reply;

/**
 * Handler of one operation of the service.
 */
public interface OperationHandler {

	/** Validate the request, and return the emulated response. */
	WireResponse handle(OperationCall call);

	/** Return whether this operation supports a reply; other replies wait. */
	default boolean takes(Reply reply) {
		return reply instanceof Reply.Json;
	}

	/** Return whether this operation supports a reply for this call. */
	default boolean takes(OperationCall call, Reply reply) {
		return takes(reply);
	}

	/** Return a scripted reply, regardless of the request. */
	default WireResponse reply(OperationCall call, Reply reply) {
		return WireResponse.unary(200, List.of(OperationResponses.JSON),
				((Reply.Json) reply).json().getBytes(StandardCharsets.UTF_8));
	}

}
