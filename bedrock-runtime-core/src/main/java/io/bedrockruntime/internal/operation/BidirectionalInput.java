package io.bedrockruntime.internal.operation;

import java.nio.ByteBuffer;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;

/**
 * Input events of one call, bound to its output events: if the input fails, the call
 * fails. The HTTP client cancels the input when the call ends.
 */
public final class BidirectionalInput {

	private final Publisher<? extends InvokeModelWithBidirectionalStreamInput> events;

	private final Sinks.Empty<Void> failure = Sinks.empty();

	public BidirectionalInput(Publisher<? extends InvokeModelWithBidirectionalStreamInput> events) {
		this.events = events;
	}

	/**
	 * Return the encoded events. If they fail, the call receives the exception first. The
	 * HTTP client receives a different exception, which it does not log and which ends
	 * the exchange without an end of the stream, which would signal to the service that
	 * the input is complete.
	 */
	public Flux<ByteBuffer> messages() {
		return Flux.<InvokeModelWithBidirectionalStreamInput>from(this.events)
			.map(BidirectionalInput::encode)
			.onErrorMap((ex) -> {
				this.failure
					.tryEmitError(new BedrockRuntimeClientException(Operations.INVOKE_MODEL_WITH_BIDIRECTIONAL_STREAM
							+ " failed: the input events ended with an exception", ex));
				return new AbortedException("Input events ended with an exception");
			});
	}

	private static ByteBuffer encode(InvokeModelWithBidirectionalStreamInput event) {
		return ByteBuffer.wrap(EventStreamEncoder.encode(
				EventStreamMessage.event(BedrockRuntimeJson.memberName(event), BedrockRuntimeJson.writeMember(event))));
	}

	/**
	 * Bind the output events to the input events.
	 */
	public <T> Flux<T> bind(Flux<T> output) {
		return output.takeUntilOther(this.failure.asMono());
	}

}
