package io.bedrockruntime.internal.operation;

import java.util.function.BiFunction;

import io.bedrockruntime.model.ResponseMetadata;

/**
 * Operation whose response is one value.
 *
 * @param <I> the type of request
 * @param <O> the type of response
 */
public final class UnaryOperation<I, O> extends Operation<I> {

	private final BiFunction<byte[], ResponseMetadata, O> reader;

	UnaryOperation(OperationBuilder<I> builder, BiFunction<byte[], ResponseMetadata, O> reader) {
		super(builder, false);
		this.reader = reader;
	}

	/**
	 * Read a response.
	 * @param body the body
	 * @param metadata the status and headers
	 * @return the response
	 */
	public O read(byte[] body, ResponseMetadata metadata) {
		return this.reader.apply(body, metadata);
	}

}
