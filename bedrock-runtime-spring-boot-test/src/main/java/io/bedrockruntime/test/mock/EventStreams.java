package io.bedrockruntime.test.mock;

import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.stream.EventStream;
import reactor.core.publisher.Flux;

/**
 * Factory of streams for mocks of the blocking interface. Like a real stream, each can be
 * read once, so a mock needs a new one for each call.
 *
 * @since 0.1.0
 */
public final class EventStreams {

	private EventStreams() {
	}

	/**
	 * Return a complete stream of text, including its end and usage.
	 * @param parts the pieces of the text
	 * @return the stream
	 */
	public static EventStream<ConverseStreamOutput> ofText(String... parts) {
		return of(ConverseStreams.text(parts));
	}

	/**
	 * Return a response as a stream.
	 * @param response the response, for example one of {@link ConverseResponses}
	 * @return the stream
	 * @see ConverseStreams#of(ConverseResponse)
	 */
	public static EventStream<ConverseStreamOutput> of(ConverseResponse response) {
		return of(ConverseStreams.of(response));
	}

	/**
	 * Return a stream of text that fails.
	 * @param failure the failure, for example one of {@link ServiceExceptions}
	 * @param partsBefore the pieces of text before the failure
	 * @return the stream
	 */
	public static EventStream<ConverseStreamOutput> failing(RuntimeException failure, String... partsBefore) {
		return of(ConverseStreams.failing(failure, partsBefore));
	}

	/**
	 * Return a stream of InvokeModelWithResponseStream.
	 * @param chunks the content of the chunks, in the format of the model
	 * @return the stream
	 */
	public static EventStream<ResponseStream> ofChunks(String... chunks) {
		return of(InvokeModelResponses.chunks(chunks));
	}

	/**
	 * Return a stream of any events.
	 * @param <T> the type of event
	 * @param events the events
	 * @return the stream
	 */
	public static <T> EventStream<T> of(Flux<T> events) {
		return EventStream.of(events);
	}

}
