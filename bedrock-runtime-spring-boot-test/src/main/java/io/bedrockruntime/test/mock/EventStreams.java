package io.bedrockruntime.test.mock;

import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.stream.EventStream;
import reactor.core.publisher.Flux;

/**
 * Streams for mocks of the blocking interface. Each can be read once, as a real one: a
 * mock that is called more often needs a new one for each call.
 *
 * @since 0.1.0
 */
public final class EventStreams {

	private EventStreams() {
	}

	/**
	 * Return an answer with text, complete with its end and what was consumed.
	 * @param parts the text in the parts that it comes in
	 * @return the stream
	 */
	public static EventStream<ConverseStreamOutput> ofText(String... parts) {
		return of(ConverseStreams.text(parts));
	}

	/**
	 * Return a response taken apart.
	 * @param response the response, for example one of {@link ConverseResponses}
	 * @return the stream
	 * @see ConverseStreams#of(ConverseResponse)
	 */
	public static EventStream<ConverseStreamOutput> of(ConverseResponse response) {
		return of(ConverseStreams.of(response));
	}

	/**
	 * Return an answer that fails in the middle.
	 * @param failure what it ends with, for example one of {@link ServiceExceptions}
	 * @param partsBefore the text that comes before, in the parts that it comes in
	 * @return the stream
	 */
	public static EventStream<ConverseStreamOutput> failing(RuntimeException failure, String... partsBefore) {
		return of(ConverseStreams.failing(failure, partsBefore));
	}

	/**
	 * Return an answer of InvokeModelWithResponseStream.
	 * @param chunks what the chunks carry, in the form of the model
	 * @return the stream
	 */
	public static EventStream<ResponseStream> ofChunks(String... chunks) {
		return of(InvokeModelResponses.chunks(chunks));
	}

	/**
	 * Return any events.
	 * @param <T> the type of event
	 * @param events the events
	 * @return the stream
	 */
	public static <T> EventStream<T> of(Flux<T> events) {
		return EventStream.of(events);
	}

}
