package io.bedrockruntime.emulator.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.script.Reply;

/**
 * One operation of the service.
 */
public interface OperationHandler {

	/** Validate the request and let the emulated model answer. */
	WireResponse answer(OperationCall call);

	/** Whether a reply is one that this operation can give; others wait. */
	default boolean takes(Reply reply) {
		return reply instanceof Reply.Json;
	}

	/** Whether a reply is one that this operation can give to this call. */
	default boolean takes(OperationCall call, Reply reply) {
		return takes(reply);
	}

	/** Answer what a test has written, whatever the request says. */
	default WireResponse reply(OperationCall call, Reply reply) {
		return WireResponse.unary(200, List.of(OperationResponses.JSON),
				((Reply.Json) reply).json().getBytes(StandardCharsets.UTF_8));
	}

}
