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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The reactive operations over HTTP. It keeps connections, so an application makes one
 * and shares it; it is safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class ReactiveBedrockRuntimeTemplate implements ReactiveBedrockRuntimeOperations, AutoCloseable {

	private final Exchange exchange;

	private final DefaultsFiller defaults;

	private final Runnable onClose;

	ReactiveBedrockRuntimeTemplate(Exchange exchange, RequestDefaults defaults, Runnable onClose) {
		this.exchange = exchange;
		this.defaults = new DefaultsFiller(defaults);
		this.onClose = onClose;
	}

	/**
	 * Return a builder of a client.
	 * @return the builder
	 */
	public static BedrockRuntimeBuilder builder() {
		return new BedrockRuntimeBuilder();
	}

	@Override
	public Mono<ConverseResponse> converse(ConverseRequest request) {
		return Mono.defer(() -> this.exchange.forAnswer(RequestPreparer.prepare(this.defaults.fill(request)),
				ResponseReader::converse));
	}

	@Override
	public Mono<ConverseResponse> converse(Consumer<ConverseRequest.Builder> request) {
		return Mono.defer(() -> {
			ConverseRequest.Builder builder = ConverseRequest.builder();
			this.defaults.modelId(builder::modelId);
			request.accept(builder);
			return converse(builder.build());
		});
	}

	@Override
	public Mono<ConverseResponse> converse(String text) {
		return converse((request) -> request.user(text));
	}

	@Override
	public Flux<ConverseStreamOutput> converseStream(ConverseStreamRequest request) {
		return converseStream(request, (response) -> {
		});
	}

	@Override
	public Flux<ConverseStreamOutput> converseStream(ConverseStreamRequest request,
			Consumer<ConverseStreamResponse> onResponse) {
		return Flux.defer(() -> this.exchange.forStream(RequestPreparer.prepare(this.defaults.fill(request)),
				ConverseStreamReader::new, (metadata) -> onResponse.accept(new ConverseStreamResponse(metadata))));
	}

	@Override
	public Flux<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request) {
		return Flux.defer(() -> {
			ConverseStreamRequest.Builder builder = ConverseStreamRequest.builder();
			this.defaults.modelId(builder::modelId);
			request.accept(builder);
			return converseStream(builder.build());
		});
	}

	@Override
	public Flux<ConverseStreamOutput> converseStream(String text) {
		return converseStream((Consumer<ConverseStreamRequest.Builder>) (request) -> request.user(text));
	}

	@Override
	public Mono<InvokeModelResponse> invokeModel(InvokeModelRequest request) {
		return Mono.defer(() -> this.exchange.forAnswer(RequestPreparer.prepare(this.defaults.fill(request)),
				ResponseReader::invokeModel));
	}

	@Override
	public Mono<InvokeModelResponse> invokeModel(Consumer<InvokeModelRequest.Builder> request) {
		return Mono.defer(() -> {
			InvokeModelRequest.Builder builder = InvokeModelRequest.builder();
			this.defaults.modelId(builder::modelId);
			request.accept(builder);
			return invokeModel(builder.build());
		});
	}

	@Override
	public Flux<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request) {
		return invokeModelWithResponseStream(request, (response) -> {
		});
	}

	@Override
	public Flux<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request,
			Consumer<InvokeModelWithResponseStreamResponse> onResponse) {
		return Flux.defer(() -> this.exchange.forStream(RequestPreparer.prepare(this.defaults.fill(request)),
				ResponseStreamReader::new,
				(metadata) -> onResponse.accept(ResponseReader.invokeModelWithResponseStream(metadata))));
	}

	@Override
	public Flux<ResponseStream> invokeModelWithResponseStream(
			Consumer<InvokeModelWithResponseStreamRequest.Builder> request) {
		return Flux.defer(() -> {
			InvokeModelWithResponseStreamRequest.Builder builder = InvokeModelWithResponseStreamRequest.builder();
			this.defaults.modelId(builder::modelId);
			request.accept(builder);
			return invokeModelWithResponseStream(builder.build());
		});
	}

	/**
	 * Refuse further calls and close the connections, if they are this client's own. What
	 * is under way goes on to its end.
	 */
	@Override
	public void close() {
		this.exchange.close();
		this.onClose.run();
	}

}
