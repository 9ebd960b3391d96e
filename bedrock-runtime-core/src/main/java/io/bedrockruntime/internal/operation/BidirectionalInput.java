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
 * The events that a caller sends during one call, bound to those that come back: when
 * they fail so does the call. The HTTP client cancels them when the call ends.
 */
public final class BidirectionalInput {

	private final Publisher<? extends InvokeModelWithBidirectionalStreamInput> events;

	private final Sinks.Empty<Void> failure = Sinks.empty();

	public BidirectionalInput(Publisher<? extends InvokeModelWithBidirectionalStreamInput> events) {
		this.events = events;
	}

	/**
	 * Return the events encoded. When they fail the call has its exception first; what
	 * the HTTP client gets ends the exchange without an end of the events, which would
	 * tell the service that the caller has finished, and is none that it would log.
	 */
	public Flux<ByteBuffer> messages() {
		return Flux.<InvokeModelWithBidirectionalStreamInput>from(this.events)
			.map(BidirectionalInput::encode)
			.onErrorMap((ex) -> {
				this.failure
					.tryEmitError(new BedrockRuntimeClientException(Operations.INVOKE_MODEL_WITH_BIDIRECTIONAL_STREAM
							+ " failed: the events to send ended with an exception", ex));
				return new AbortedException("Events to send ended with an exception");
			});
	}

	private static ByteBuffer encode(InvokeModelWithBidirectionalStreamInput event) {
		return ByteBuffer.wrap(EventStreamEncoder.encode(
				EventStreamMessage.event(BedrockRuntimeJson.memberName(event), BedrockRuntimeJson.writeMember(event))));
	}

	/**
	 * Bind the events that come back to those that are sent.
	 */
	public <T> Flux<T> bind(Flux<T> output) {
		return output.takeUntilOther(this.failure.asMono());
	}

}
