package io.bedrockruntime.internal.operation;

import java.util.function.Function;

import io.bedrockruntime.internal.event.ServiceEventReader;
import io.bedrockruntime.model.ResponseMetadata;

/**
 * Operation whose response is a stream of events.
 *
 * @param <I> the type of request
 * @param <E> the type of event
 * @param <R> the type of the response without its stream
 */
public final class StreamOperation<I, E, R> extends Operation<I> {

	private final Function<String, ? extends ServiceEventReader<E>> reader;

	private final Function<ResponseMetadata, R> response;

	StreamOperation(OperationBuilder<I> builder, Function<String, ? extends ServiceEventReader<E>> reader,
			Function<ResponseMetadata, R> response) {
		super(builder, true);
		this.reader = reader;
		this.response = response;
	}

	/**
	 * Return a new reader of one stream.
	 */
	public ServiceEventReader<E> newReader() {
		return this.reader.apply(name());
	}

	/**
	 * Return the response without its stream.
	 * @param metadata the status and headers
	 */
	public R response(ResponseMetadata metadata) {
		return this.response.apply(metadata);
	}

}
