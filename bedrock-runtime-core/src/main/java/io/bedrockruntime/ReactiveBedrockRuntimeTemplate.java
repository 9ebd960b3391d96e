package io.bedrockruntime;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.bedrockruntime.identity.ResolvedIdentity;
import io.bedrockruntime.internal.call.CallExecutor;
import io.bedrockruntime.internal.operation.AsyncInvokePages;
import io.bedrockruntime.internal.operation.AsyncInvokeWaiter;
import io.bedrockruntime.internal.operation.BidirectionalInput;
import io.bedrockruntime.internal.operation.CountTokensInputs;
import io.bedrockruntime.internal.operation.Operation;
import io.bedrockruntime.internal.operation.Operations;
import io.bedrockruntime.internal.schema.StructuredOutput;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeSummary;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeResponse;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesResponse;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeResponse;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamResponse;
import io.bedrockruntime.model.counttokens.CountTokensRequest;
import io.bedrockruntime.model.counttokens.CountTokensResponse;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailResponse;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksResponse;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.stream.ConverseStreamAggregator;
import io.bedrockruntime.structured.StructuredResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Implementation of the reactive operations over HTTP. An instance keeps connections, so
 * an application creates one and shares it. It is safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class ReactiveBedrockRuntimeTemplate implements ReactiveBedrockRuntimeOperations, AutoCloseable {

	private final CallExecutor executor;

	private final Runnable onClose;

	ReactiveBedrockRuntimeTemplate(CallExecutor executor, Runnable onClose) {
		this.executor = executor;
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
		return this.executor.execute(Operations.CONVERSE, request);
	}

	@Override
	public Mono<ConverseResponse> converse(Consumer<ConverseRequest.Builder> request) {
		return Mono.defer(() -> converse(build(request)));
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
		return this.executor.execute(Operations.CONVERSE_STREAM, request, onResponse);
	}

	@Override
	public Flux<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request) {
		return Flux.defer(() -> converseStream(buildStream(request)));
	}

	@Override
	public Flux<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamResponse> onResponse) {
		return Flux.defer(() -> converseStream(buildStream(request), onResponse));
	}

	@Override
	public Flux<ConverseStreamOutput> converseStream(String text) {
		return converseStream((Consumer<ConverseStreamRequest.Builder>) (request) -> request.user(text));
	}

	@Override
	public Mono<ConverseResponse> aggregateConverseStream(ConverseStreamRequest request,
			Consumer<ConverseStreamOutput> onEvent) {
		return Mono.defer(() -> {
			ConverseStreamAggregator aggregator = new ConverseStreamAggregator();
			return converseStream(request, aggregator::responded).doOnNext(aggregator::accept)
				.doOnNext(onEvent)
				.then(Mono.fromSupplier(aggregator::response));
		});
	}

	@Override
	public <T> Mono<StructuredResponse<T>> converse(ConverseRequest request, Class<T> type) {
		return converseStructured(request, type);
	}

	@Override
	public <T> Mono<StructuredResponse<T>> converse(ConverseRequest request, ParameterizedTypeReference<T> type) {
		return converseStructured(request, type.getType());
	}

	private <T> Mono<StructuredResponse<T>> converseStructured(ConverseRequest request, Type type) {
		return Mono.defer(() -> {
			boolean wrapped = StructuredOutput.isWrapped(request, type);
			return converse(StructuredOutput.withSchema(request, type))
				.map((response) -> StructuredOutput.read(response, type, wrapped));
		});
	}

	@Override
	public <T> Mono<StructuredResponse<T>> converse(Consumer<ConverseRequest.Builder> request, Class<T> type) {
		return Mono.defer(() -> {
			return converseStructured(build(request), type);
		});
	}

	@Override
	public Mono<ConverseResponse> aggregateConverseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamOutput> onEvent) {
		return Mono.defer(() -> aggregateConverseStream(buildStream(request), onEvent));
	}

	private ConverseRequest build(Consumer<ConverseRequest.Builder> request) {
		ConverseRequest.Builder builder = ConverseRequest.builder();
		return fill(builder, builder::modelId, request).build();
	}

	private ConverseStreamRequest buildStream(Consumer<ConverseStreamRequest.Builder> request) {
		ConverseStreamRequest.Builder builder = ConverseStreamRequest.builder();
		return fill(builder, builder::modelId, request).build();
	}

	/**
	 * Set the default model, and let the caller fill in the request.
	 */
	private <B> B fill(B builder, Consumer<String> modelId, Consumer<B> request) {
		this.executor.defaults().modelId(modelId);
		request.accept(builder);
		return builder;
	}

	private <I> I withDefaults(Operation<I> operation, I request) {
		return this.executor.defaults().applyTo(operation, request);
	}

	@Override
	public Mono<InvokeModelResponse> invokeModel(InvokeModelRequest request) {
		return this.executor.execute(Operations.INVOKE_MODEL, request);
	}

	@Override
	public Mono<InvokeModelResponse> invokeModel(Consumer<InvokeModelRequest.Builder> request) {
		return Mono.defer(() -> {
			InvokeModelRequest.Builder builder = InvokeModelRequest.builder();
			return invokeModel(fill(builder, builder::modelId, request).build());
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
		return this.executor.execute(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM, request, onResponse);
	}

	@Override
	public Flux<ResponseStream> invokeModelWithResponseStream(
			Consumer<InvokeModelWithResponseStreamRequest.Builder> request) {
		return Flux.defer(() -> {
			InvokeModelWithResponseStreamRequest.Builder builder = InvokeModelWithResponseStreamRequest.builder();
			return invokeModelWithResponseStream(fill(builder, builder::modelId, request).build());
		});
	}

	@Override
	public Flux<InvokeModelWithBidirectionalStreamOutput> invokeModelWithBidirectionalStream(
			InvokeModelWithBidirectionalStreamRequest request,
			Publisher<? extends InvokeModelWithBidirectionalStreamInput> body) {
		return invokeModelWithBidirectionalStream(request, body, (response) -> {
		});
	}

	@Override
	public Flux<InvokeModelWithBidirectionalStreamOutput> invokeModelWithBidirectionalStream(
			InvokeModelWithBidirectionalStreamRequest request,
			Publisher<? extends InvokeModelWithBidirectionalStreamInput> body,
			Consumer<InvokeModelWithBidirectionalStreamResponse> onResponse) {
		return Flux.defer(() -> this.executor.execute(Operations.INVOKE_MODEL_WITH_BIDIRECTIONAL_STREAM, request,
				new BidirectionalInput(body), onResponse));
	}

	@Override
	public Mono<ApplyGuardrailResponse> applyGuardrail(ApplyGuardrailRequest request) {
		return this.executor.execute(Operations.APPLY_GUARDRAIL, request);
	}

	@Override
	public Mono<ApplyGuardrailResponse> applyGuardrail(GuardrailContentSource source,
			GuardrailContentBlock... content) {
		return Mono.defer(() -> applyGuardrail(this.executor.defaults().applyGuardrail(source, List.of(content))));
	}

	@Override
	public Mono<InvokeGuardrailChecksResponse> invokeGuardrailChecks(InvokeGuardrailChecksRequest request) {
		return this.executor.execute(Operations.INVOKE_GUARDRAIL_CHECKS, request);
	}

	@Override
	public Mono<CountTokensResponse> countTokens(CountTokensRequest request) {
		return this.executor.execute(Operations.COUNT_TOKENS, request);
	}

	@Override
	public Mono<CountTokensResponse> countTokens(ConverseRequest request) {
		return Mono.defer(() -> countTokens(CountTokensInputs.of(withDefaults(Operations.CONVERSE, request))));
	}

	@Override
	public Mono<CountTokensResponse> countTokens(Consumer<ConverseRequest.Builder> request) {
		return Mono.defer(() -> countTokens(build(request)));
	}

	@Override
	public Mono<CountTokensResponse> countTokens(ConverseStreamRequest request) {
		return Mono.defer(() -> countTokens(CountTokensInputs.of(withDefaults(Operations.CONVERSE_STREAM, request))));
	}

	@Override
	public Mono<CountTokensResponse> countTokens(InvokeModelRequest request) {
		return Mono.defer(() -> countTokens(CountTokensInputs.of(withDefaults(Operations.INVOKE_MODEL, request))));
	}

	@Override
	public Mono<StartAsyncInvokeResponse> startAsyncInvoke(StartAsyncInvokeRequest request) {
		return this.executor.execute(Operations.START_ASYNC_INVOKE, request);
	}

	@Override
	public Mono<GetAsyncInvokeResponse> getAsyncInvoke(GetAsyncInvokeRequest request) {
		return this.executor.execute(Operations.GET_ASYNC_INVOKE, request);
	}

	@Override
	public Mono<GetAsyncInvokeResponse> awaitAsyncInvoke(String invocationArn, Duration timeout) {
		return new AsyncInvokeWaiter(this::getAsyncInvoke, () -> ThreadLocalRandom.current().nextDouble())
			.await(invocationArn, timeout);
	}

	@Override
	public Mono<ListAsyncInvokesResponse> listAsyncInvokes(ListAsyncInvokesRequest request) {
		return this.executor.execute(Operations.LIST_ASYNC_INVOKES, request);
	}

	@Override
	public Mono<ListAsyncInvokesResponse> listAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request) {
		return Mono.defer(() -> {
			ListAsyncInvokesRequest.Builder builder = ListAsyncInvokesRequest.builder();
			request.accept(builder);
			return listAsyncInvokes(builder.build());
		});
	}

	@Override
	public Flux<AsyncInvokeSummary> listAllAsyncInvokes(ListAsyncInvokesRequest request) {
		return AsyncInvokePages.flux(request, this::listAsyncInvokes);
	}

	@Override
	public Flux<AsyncInvokeSummary> listAllAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request) {
		return Flux.defer(() -> {
			ListAsyncInvokesRequest.Builder builder = ListAsyncInvokesRequest.builder();
			request.accept(builder);
			return listAllAsyncInvokes(builder.build());
		});
	}

	@Override
	public ReactiveBedrockRuntimeTemplate withTimeouts(UnaryOperator<Timeouts> timeouts) {
		// It shares its resources with this one, which closes them.
		return new ReactiveBedrockRuntimeTemplate(this.executor.withTimeouts(timeouts), () -> {
		});
	}

	/**
	 * Resolve the identity that authenticates requests, without sending a request. A
	 * cached identity is used until it expires and is refreshed in the background shortly
	 * before; otherwise the provider is called once for all that wait. There is no
	 * separate timeout.
	 * @return the description of the identity, without its secrets; fails with a
	 * {@code CredentialsException}
	 */
	public Mono<ResolvedIdentity> resolveIdentity() {
		return this.executor.first().signer().resolveIdentity();
	}

	/**
	 * Return the identity that last authenticated requests, without contacting the
	 * provider.
	 * @return the description of the identity, without its secrets; or {@code null} if no
	 * identity has been resolved yet
	 */
	public @Nullable ResolvedIdentity currentIdentity() {
		return this.executor.first().signer().currentIdentity();
	}

	/**
	 * Return a probe, which checks the client without running inference.
	 * @return the probe
	 */
	public BedrockRuntimeProbe probe() {
		return new BedrockRuntimeProbe(this.executor);
	}

	/**
	 * Refuse further calls and close the connections if the client created them. Calls
	 * that have started continue to their end.
	 */
	@Override
	public void close() {
		this.onClose.run();
	}

}
