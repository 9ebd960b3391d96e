package io.bedrockruntime;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.bedrockruntime.exception.AsyncInvokeFailedException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.CallTimeoutException;
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
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.stream.BidirectionalStreamSession;
import io.bedrockruntime.stream.ConverseStreamAggregator;
import io.bedrockruntime.stream.EventStream;
import io.bedrockruntime.structured.StructuredResponse;
import io.bedrockruntime.structured.StructuredResponseException;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Operations of the Amazon Bedrock Runtime, blocking. Every call is billed. A call may
 * take several attempts, as {@link RetrySettings} has it, so further retries around it
 * multiply them.
 * <p>
 * A call fails with a {@link BedrockRuntimeException};
 * {@link io.bedrockruntime.exception} lists the errors of each operation. Its thread
 * waits without holding a lock, so it may be a virtual one; it may not be an event loop.
 * Interrupting the thread ends the HTTP exchange.
 *
 * @since 0.1.0
 * @see ReactiveBedrockRuntimeOperations
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html">Amazon
 * Bedrock Runtime</a>
 */
public interface BedrockRuntimeOperations {

	/**
	 * Send messages to a model and receive its message whole.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
	 */
	ConverseResponse converse(ConverseRequest request);

	/**
	 * Send messages to a model, by default to the client's own, and receive its message
	 * whole.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	ConverseResponse converse(Consumer<ConverseRequest.Builder> request);

	/**
	 * Send a text as a user's message to the client's default model and receive its
	 * message whole.
	 * @param text the user's text
	 * @return the response
	 */
	ConverseResponse converse(String text);

	/**
	 * Send messages to a model and receive its message as it is generated.
	 * @param request the request
	 * @return the events, to be closed by the caller
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html">ConverseStream</a>
	 */
	EventStream<ConverseStreamOutput> converseStream(ConverseStreamRequest request);

	/**
	 * Send messages to a model and receive its message as it is generated.
	 * @param request the request
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events, to be closed by the caller
	 */
	EventStream<ConverseStreamOutput> converseStream(ConverseStreamRequest request,
			Consumer<ConverseStreamResponse> onResponse);

	/**
	 * Send messages to a model, by default to the client's own, and receive its message
	 * as it is generated.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events, to be closed by the caller
	 */
	EventStream<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request);

	/**
	 * The same, with the response without its stream handed over before the first event.
	 * @param request fills in the request, whose model is set to the default
	 * @param onResponse receives the response
	 * @return the events, to be closed by the caller
	 */
	EventStream<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamResponse> onResponse);

	/**
	 * Send a text as a user's message to the client's default model and receive its
	 * message as it is generated.
	 * @param text the user's text
	 * @return the events, to be closed by the caller
	 */
	EventStream<ConverseStreamOutput> converseStream(String text);

	/**
	 * Send messages to a model, receive its message as it is generated, and return it
	 * whole as Converse would. What came before a failure can be kept with a
	 * {@link ConverseStreamAggregator} of one's own.
	 * @param request the request
	 * @param onEvent receives each event as it comes, on the calling thread
	 * @return the response that the events make up
	 */
	ConverseResponse aggregateConverseStream(ConverseStreamRequest request, Consumer<ConverseStreamOutput> onEvent);

	/**
	 * The same with a request to the client's own model, if it names no other.
	 * @param request fills in the request, whose model is set to the default
	 * @param onEvent receives each event as it comes
	 * @return the response that the events make up
	 */
	ConverseResponse aggregateConverseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamOutput> onEvent);

	/**
	 * Send messages to a model and receive its answer as a value of a type, whose JSON
	 * schema goes with the request unless that asks for a form of its own, in which the
	 * answer is then read. To derive it takes libraries, which an exception names if they
	 * are not there. It fails with a {@link StructuredResponseException}, which has the
	 * response, if the model stopped before the end of its answer or if that does not
	 * fit.
	 * @param <T> the type of answer
	 * @param request the request
	 * @param type the type of answer, such as a record
	 * @return the answer with its response
	 */
	<T> StructuredResponse<T> converse(ConverseRequest request, Class<T> type);

	/**
	 * Send messages to a model and receive its answer as a value of a generic type.
	 * @param <T> the type of answer
	 * @param request the request
	 * @param type the type of answer
	 * @return the answer with its response
	 */
	<T> StructuredResponse<T> converse(ConverseRequest request, ParameterizedTypeReference<T> type);

	/**
	 * Send messages to a model, by default to the client's own, and receive its answer as
	 * a value of a type.
	 * @param <T> the type of answer
	 * @param request fills in the request, whose model is set to the default
	 * @param type the type of answer, such as a record
	 * @return the answer with its response
	 */
	<T> StructuredResponse<T> converse(Consumer<ConverseRequest.Builder> request, Class<T> type);

	/**
	 * Invoke a model with a body of its own format and receive its answer whole.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</a>
	 */
	InvokeModelResponse invokeModel(InvokeModelRequest request);

	/**
	 * Invoke a model, by default the client's own, with a body of its own format and
	 * receive its answer whole.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	InvokeModelResponse invokeModel(Consumer<InvokeModelRequest.Builder> request);

	/**
	 * Invoke a model with a body of its own format and receive its answer in chunks of
	 * its own format.
	 * @param request the request
	 * @return the events, to be closed by the caller
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html">InvokeModelWithResponseStream</a>
	 */
	EventStream<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request);

	/**
	 * Invoke a model with a body of its own format and receive its answer in chunks of
	 * its own format.
	 * @param request the request
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events, to be closed by the caller
	 */
	EventStream<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request,
			Consumer<InvokeModelWithResponseStreamResponse> onResponse);

	/**
	 * Invoke a model, by default the client's own, with a body of its own format and
	 * receive its answer in chunks of its own format.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events, to be closed by the caller
	 */
	EventStream<ResponseStream> invokeModelWithResponseStream(
			Consumer<InvokeModelWithResponseStreamRequest.Builder> request);

	/**
	 * Invoke a model with a stream of events in both directions at once, each in a format
	 * of the model's own. The call goes over HTTP/2, and is signed event by event, for
	 * which it needs credentials: with an API key it fails with a
	 * {@code SigningException} before anything is sent.
	 * @param request the request
	 * @return the session, to be closed by the caller
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html">InvokeModelWithBidirectionalStream</a>
	 */
	BidirectionalStreamSession invokeModelWithBidirectionalStream(InvokeModelWithBidirectionalStreamRequest request);

	/**
	 * Invoke a model with a stream of events in both directions at once, each in a format
	 * of the model's own.
	 * @param request the request
	 * @param onResponse receives the response without its stream before the first event
	 * @return the session, to be closed by the caller
	 */
	BidirectionalStreamSession invokeModelWithBidirectionalStream(InvokeModelWithBidirectionalStreamRequest request,
			Consumer<InvokeModelWithBidirectionalStreamResponse> onResponse);

	/**
	 * Assess content with a guardrail, without a model.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html">ApplyGuardrail</a>
	 */
	ApplyGuardrailResponse applyGuardrail(ApplyGuardrailRequest request);

	/**
	 * Assess content with the client's default guardrail, without a model. It fails with
	 * an {@link IllegalStateException} if the client has none with identifier and
	 * version.
	 * @param source whether the content is what a user or what a model said
	 * @param content the content to assess
	 * @return the response
	 */
	ApplyGuardrailResponse applyGuardrail(GuardrailContentSource source, GuardrailContentBlock... content);

	/**
	 * Check messages without a guardrail of one's own and without a model.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html">InvokeGuardrailChecks</a>
	 */
	InvokeGuardrailChecksResponse invokeGuardrailChecks(InvokeGuardrailChecksRequest request);

	/**
	 * Count the tokens that the input of a request would have, without running it.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html">CountTokens</a>
	 */
	CountTokensResponse countTokens(CountTokensRequest request);

	/**
	 * Count the input tokens of a request that is about to be sent, as this client would
	 * send it.
	 * @param request the request to count, which is not sent
	 * @return the response
	 */
	CountTokensResponse countTokens(ConverseRequest request);

	/**
	 * The same with a request to the client's own model, if it names no other.
	 * @param request fills in the request to count, which is not sent
	 * @return the response
	 */
	CountTokensResponse countTokens(Consumer<ConverseRequest.Builder> request);

	/**
	 * Count the input tokens of a request that is about to be sent, as this client would
	 * send it.
	 * @param request the request to count, which is not sent
	 * @return the response
	 */
	CountTokensResponse countTokens(ConverseStreamRequest request);

	/**
	 * Count the input tokens of a request that is about to be sent, as this client would
	 * send it.
	 * @param request the request to count, which is not sent
	 * @return the response
	 */
	CountTokensResponse countTokens(InvokeModelRequest request);

	/**
	 * Start to run a model whose output goes to Amazon S3 when it is ready. A request
	 * without {@code clientRequestToken} gets a random one for each call.
	 * @param request the request
	 * @return the response, with the ARN by which to ask for the invocation
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html">StartAsyncInvoke</a>
	 */
	StartAsyncInvokeResponse startAsyncInvoke(StartAsyncInvokeRequest request);

	/**
	 * Ask how an asynchronous invocation stands.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html">GetAsyncInvoke</a>
	 */
	GetAsyncInvokeResponse getAsyncInvoke(GetAsyncInvokeRequest request);

	/**
	 * Wait for the end of an asynchronous invocation. It asks with GetAsyncInvoke, at
	 * first every second on average and later every 16 seconds. It fails with an
	 * {@link AsyncInvokeFailedException} if the invocation failed, with a
	 * {@link CallTimeoutException} if it goes on for longer than is waited, and with the
	 * error of any call that fails; the invocation itself goes on then.
	 * @param invocationArn the ARN of the invocation
	 * @param timeout how long to wait at most
	 * @return the response that says that the invocation is completed
	 */
	GetAsyncInvokeResponse awaitAsyncInvoke(String invocationArn, Duration timeout);

	/**
	 * List asynchronous invocations, one page of them.
	 * @param request the request
	 * @return the page
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html">ListAsyncInvokes</a>
	 */
	ListAsyncInvokesResponse listAsyncInvokes(ListAsyncInvokesRequest request);

	/**
	 * List asynchronous invocations, one page of them.
	 * @param request fills in the request
	 * @return the page
	 */
	ListAsyncInvokesResponse listAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request);

	/**
	 * List asynchronous invocations, all pages of them. A page is asked for when its
	 * first invocation is read.
	 * @param request the request for the first page
	 * @return the invocations, which need not be closed
	 */
	Stream<AsyncInvokeSummary> listAllAsyncInvokes(ListAsyncInvokesRequest request);

	/**
	 * List asynchronous invocations, all pages of them. A page is asked for when its
	 * first invocation is read.
	 * @param request fills in the request for the first page
	 * @return the invocations, which need not be closed
	 */
	Stream<AsyncInvokeSummary> listAllAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request);

	/**
	 * Return these operations with other clocks, for a call or for many. They share all
	 * else with these, connections included, and need no closing:
	 * {@code bedrock.withTimeouts((timeouts) -> timeouts.withCall(Duration.ofSeconds(20)))
	 * .converse(request)}.
	 * @param timeouts changes the clocks that a call of its model would have; connect
	 * excepted, which belongs to connections and not to calls: a call that finds it
	 * changed fails with an {@link IllegalArgumentException}
	 * @return the operations
	 */
	BedrockRuntimeOperations withTimeouts(UnaryOperator<Timeouts> timeouts);

}
