package io.bedrockruntime;

import java.util.function.Consumer;

import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamResponse;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse;
import io.bedrockruntime.model.invoke.ResponseStream;

/**
 * Blocking face of the reactive operations.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeTemplate implements BedrockRuntimeOperations {

	private final ReactiveBedrockRuntimeOperations operations;

	/**
	 * Create an instance.
	 * @param operations the operations that do the work
	 */
	public BedrockRuntimeTemplate(ReactiveBedrockRuntimeOperations operations) {
		this.operations = operations;
	}

	@Override
	public ConverseResponse converse(ConverseRequest request) {
		return BlockingCalls.await(this.operations.converse(request));
	}

	@Override
	public ConverseResponse converse(Consumer<ConverseRequest.Builder> request) {
		return BlockingCalls.await(this.operations.converse(request));
	}

	@Override
	public ConverseResponse converse(String text) {
		return BlockingCalls.await(this.operations.converse(text));
	}

	@Override
	public EventStream<ConverseStreamOutput> converseStream(ConverseStreamRequest request) {
		return EventStream.of(this.operations.converseStream(request));
	}

	@Override
	public EventStream<ConverseStreamOutput> converseStream(ConverseStreamRequest request,
			Consumer<ConverseStreamResponse> onResponse) {
		return EventStream.of(this.operations.converseStream(request, onResponse));
	}

	@Override
	public EventStream<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request) {
		return EventStream.of(this.operations.converseStream(request));
	}

	@Override
	public EventStream<ConverseStreamOutput> converseStream(String text) {
		return EventStream.of(this.operations.converseStream(text));
	}

	@Override
	public InvokeModelResponse invokeModel(InvokeModelRequest request) {
		return BlockingCalls.await(this.operations.invokeModel(request));
	}

	@Override
	public InvokeModelResponse invokeModel(Consumer<InvokeModelRequest.Builder> request) {
		return BlockingCalls.await(this.operations.invokeModel(request));
	}

	@Override
	public EventStream<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request) {
		return EventStream.of(this.operations.invokeModelWithResponseStream(request));
	}

	@Override
	public EventStream<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request,
			Consumer<InvokeModelWithResponseStreamResponse> onResponse) {
		return EventStream.of(this.operations.invokeModelWithResponseStream(request, onResponse));
	}

	@Override
	public EventStream<ResponseStream> invokeModelWithResponseStream(
			Consumer<InvokeModelWithResponseStreamRequest.Builder> request) {
		return EventStream.of(this.operations.invokeModelWithResponseStream(request));
	}

}
