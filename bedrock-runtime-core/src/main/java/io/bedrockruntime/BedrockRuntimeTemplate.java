package io.bedrockruntime;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.bedrockruntime.internal.BlockingCalls;
import io.bedrockruntime.internal.operation.AsyncInvokePages;
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
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.stream.BidirectionalStreamSession;
import io.bedrockruntime.stream.ConverseStreamAggregator;
import io.bedrockruntime.stream.EventStream;
import io.bedrockruntime.structured.StructuredResponse;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Blocking implementation of {@link BedrockRuntimeOperations} that delegates to the
 * reactive one.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeTemplate implements BedrockRuntimeOperations {

	private final ReactiveBedrockRuntimeOperations operations;

	/**
	 * Create an instance.
	 * @param operations the reactive operations
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
	public EventStream<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamResponse> onResponse) {
		return EventStream.of(this.operations.converseStream(request, onResponse));
	}

	@Override
	public EventStream<ConverseStreamOutput> converseStream(String text) {
		return EventStream.of(this.operations.converseStream(text));
	}

	@Override
	public ConverseResponse aggregateConverseStream(ConverseStreamRequest request,
			Consumer<ConverseStreamOutput> onEvent) {
		return aggregate((onResponse) -> converseStream(request, onResponse), onEvent);
	}

	@Override
	public ConverseResponse aggregateConverseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamOutput> onEvent) {
		return aggregate((onResponse) -> converseStream(request, onResponse), onEvent);
	}

	/**
	 * Aggregate on the caller's thread, so that the consumer may block.
	 */
	private static ConverseResponse aggregate(
			Function<Consumer<ConverseStreamResponse>, EventStream<ConverseStreamOutput>> call,
			Consumer<ConverseStreamOutput> onEvent) {
		ConverseStreamAggregator aggregator = new ConverseStreamAggregator();
		try (EventStream<ConverseStreamOutput> events = call.apply(aggregator::responded)) {
			for (ConverseStreamOutput event : events) {
				aggregator.accept(event);
				onEvent.accept(event);
			}
		}
		return aggregator.response();
	}

	@Override
	public <T> StructuredResponse<T> converse(ConverseRequest request, Class<T> type) {
		return BlockingCalls.await(this.operations.converse(request, type));
	}

	@Override
	public <T> StructuredResponse<T> converse(ConverseRequest request, ParameterizedTypeReference<T> type) {
		return BlockingCalls.await(this.operations.converse(request, type));
	}

	@Override
	public <T> StructuredResponse<T> converse(Consumer<ConverseRequest.Builder> request, Class<T> type) {
		return BlockingCalls.await(this.operations.converse(request, type));
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

	@Override
	public BidirectionalStreamSession invokeModelWithBidirectionalStream(
			InvokeModelWithBidirectionalStreamRequest request) {
		return BidirectionalStreamSession
			.of((body) -> this.operations.invokeModelWithBidirectionalStream(request, body));
	}

	@Override
	public BidirectionalStreamSession invokeModelWithBidirectionalStream(
			InvokeModelWithBidirectionalStreamRequest request,
			Consumer<InvokeModelWithBidirectionalStreamResponse> onResponse) {
		return BidirectionalStreamSession
			.of((body) -> this.operations.invokeModelWithBidirectionalStream(request, body, onResponse));
	}

	@Override
	public ApplyGuardrailResponse applyGuardrail(ApplyGuardrailRequest request) {
		return BlockingCalls.await(this.operations.applyGuardrail(request));
	}

	@Override
	public ApplyGuardrailResponse applyGuardrail(GuardrailContentSource source, GuardrailContentBlock... content) {
		return BlockingCalls.await(this.operations.applyGuardrail(source, content));
	}

	@Override
	public InvokeGuardrailChecksResponse invokeGuardrailChecks(InvokeGuardrailChecksRequest request) {
		return BlockingCalls.await(this.operations.invokeGuardrailChecks(request));
	}

	@Override
	public CountTokensResponse countTokens(CountTokensRequest request) {
		return BlockingCalls.await(this.operations.countTokens(request));
	}

	@Override
	public CountTokensResponse countTokens(ConverseRequest request) {
		return BlockingCalls.await(this.operations.countTokens(request));
	}

	@Override
	public CountTokensResponse countTokens(Consumer<ConverseRequest.Builder> request) {
		return BlockingCalls.await(this.operations.countTokens(request));
	}

	@Override
	public CountTokensResponse countTokens(ConverseStreamRequest request) {
		return BlockingCalls.await(this.operations.countTokens(request));
	}

	@Override
	public CountTokensResponse countTokens(InvokeModelRequest request) {
		return BlockingCalls.await(this.operations.countTokens(request));
	}

	@Override
	public StartAsyncInvokeResponse startAsyncInvoke(StartAsyncInvokeRequest request) {
		return BlockingCalls.await(this.operations.startAsyncInvoke(request));
	}

	@Override
	public GetAsyncInvokeResponse getAsyncInvoke(GetAsyncInvokeRequest request) {
		return BlockingCalls.await(this.operations.getAsyncInvoke(request));
	}

	@Override
	public GetAsyncInvokeResponse awaitAsyncInvoke(String invocationArn, Duration timeout) {
		return BlockingCalls.await(this.operations.awaitAsyncInvoke(invocationArn, timeout));
	}

	@Override
	public ListAsyncInvokesResponse listAsyncInvokes(ListAsyncInvokesRequest request) {
		return BlockingCalls.await(this.operations.listAsyncInvokes(request));
	}

	@Override
	public ListAsyncInvokesResponse listAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request) {
		return BlockingCalls.await(this.operations.listAsyncInvokes(request));
	}

	@Override
	public Stream<AsyncInvokeSummary> listAllAsyncInvokes(ListAsyncInvokesRequest request) {
		BlockingCalls.checkThread();
		return AsyncInvokePages.stream(request, this::listAsyncInvokes);
	}

	@Override
	public Stream<AsyncInvokeSummary> listAllAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request) {
		ListAsyncInvokesRequest.Builder builder = ListAsyncInvokesRequest.builder();
		request.accept(builder);
		return listAllAsyncInvokes(builder.build());
	}

	@Override
	public BedrockRuntimeTemplate withTimeouts(UnaryOperator<Timeouts> timeouts) {
		return new BedrockRuntimeTemplate(this.operations.withTimeouts(timeouts));
	}

}
