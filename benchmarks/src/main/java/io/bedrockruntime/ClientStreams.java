package io.bedrockruntime;

import io.bedrockruntime.eventstream.EventStreamFlux;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.eventstream.EventStreamTimeouts;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Streams of events as the client decodes them. It stands in the client's package, since
 * the readers are not for others: through a client's operations the sending would be
 * measured as well.
 */
public final class ClientStreams {

	private ClientStreams() {
	}

	/**
	 * Return the events of ConverseStream.
	 */
	public static Flux<ConverseStreamOutput> converse(Publisher<? extends DataBuffer> body) {
		return EventStreamFlux.decode(body, ConverseStreamReader::new, EventStreamLimits.defaults(),
				EventStreamTimeouts.none());
	}

	/**
	 * Return the events of InvokeModelWithResponseStream.
	 */
	public static Flux<ResponseStream> invoke(Publisher<? extends DataBuffer> body) {
		return EventStreamFlux.decode(body, ResponseStreamReader::new, EventStreamLimits.defaults(),
				EventStreamTimeouts.none());
	}

}
