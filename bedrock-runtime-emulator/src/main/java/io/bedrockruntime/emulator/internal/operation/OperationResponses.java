package io.bedrockruntime.emulator.internal.operation;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * Headers and responses that the operations share.
 */
public final class OperationResponses {

	public static final Header JSON = new Header("Content-Type", "application/json");

	private static final Header EVENT_STREAM = new Header("Content-Type", "application/vnd.amazon.eventstream");

	static final List<Header> CONVERSE_HEADERS = List.of(EVENT_STREAM);

	static final List<Header> INVOKE_MODEL_HEADERS = List.of(EVENT_STREAM,
			new Header("X-Amzn-Bedrock-Content-Type", "application/json"));

	private OperationResponses() {
	}

	static WireResponse scripted(List<Header> headers, Reply.Events events, Pacing pacing) {
		List<WireStep> steps = new ArrayList<>();
		if (!pacing.firstTokenDelay().isZero()) {
			steps.add(new WireStep.Pause(pacing.firstTokenDelay()));
		}
		for (EventStreamMessage message : events.messages()) {
			steps.add(new WireStep.Send(EventStreamEncoder.encode(message), 1));
		}
		return new WireResponse(200, headers, List.of(), steps, WireResponse.CHUNKED);
	}

	static WireResponse delayed(WireResponse response, Pacing pacing) {
		return pacing.firstTokenDelay().isZero() ? response
				: response.before(new WireStep.Pause(pacing.firstTokenDelay()));
	}

	/** Return the headers of a response without text. */
	static List<Header> counts(int inputTokens, long latencyMs) {
		return List.of(new Header("X-Amzn-Bedrock-Invocation-Latency", Long.toString(latencyMs)),
				new Header("X-Amzn-Bedrock-Input-Token-Count", Integer.toString(inputTokens)));
	}

	static List<Header> counts(Completion completion) {
		List<Header> headers = new ArrayList<>(counts(completion.usage().input(), completion.latencyMs()));
		headers.add(new Header("X-Amzn-Bedrock-Output-Token-Count", Integer.toString(completion.usage().output())));
		if (completion.usage().cacheRead() >= 0) {
			headers.add(new Header("X-Amzn-Bedrock-Cache-Read-Input-Token-Count",
					Integer.toString(completion.usage().cacheRead())));
		}
		if (completion.usage().cacheWrite() >= 0) {
			headers.add(new Header("X-Amzn-Bedrock-Cache-Write-Input-Token-Count",
					Integer.toString(completion.usage().cacheWrite())));
		}
		return headers;
	}

}
