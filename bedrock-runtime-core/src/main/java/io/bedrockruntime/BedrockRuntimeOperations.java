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
 * Blocking operations of the Amazon Bedrock Runtime. Every call is billed.
 * {@link RetrySettings} decides how many attempts a call may take, so further retries
 * around a call multiply them.
 * <p>
 * A call fails with a {@link BedrockRuntimeException};
 * {@link io.bedrockruntime.exception} lists the errors of each operation. The calling
 * thread waits without holding a lock, so it may be a virtual thread; it must not be an
 * event loop. Interrupting the thread ends the HTTP exchange.
 *
 * @since 0.1.0
 * @see ReactiveBedrockRuntimeOperations
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html">Amazon
 * Bedrock Runtime</a>
 */
public interface BedrockRuntimeOperations {

	/**
	 * Send messages to a model and receive its complete message.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
	 */
	ConverseResponse converse(ConverseRequest request);

	/**
	 * Send messages to a model, by default the client's, and receive its complete
	 * message.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	ConverseResponse converse(Consumer<ConverseRequest.Builder> request);

	/**
	 * Send a text as a user's message to the client's default model and receive its
	 * complete message.
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
	 * Send messages to a model, by default the client's, and receive its message as it is
	 * generated.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events, to be closed by the caller
	 */
	EventStream<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request);

	/**
	 * Send messages to a model, by default the client's, and receive its message as it is
	 * generated.
	 * @param request fills in the request, whose model is set to the default
	 * @param onResponse receives the response without its stream before the first event
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
	 * Send messages to a model, receive its message as it is generated, and return the
	 * complete response as Converse would. To keep the events before a failure, pass them
	 * to a separate {@link ConverseStreamAggregator}.
	 * @param request the request
	 * @param onEvent receives each event as it arrives, on the calling thread
	 * @return the response that consists of the events
	 */
	ConverseResponse aggregateConverseStream(ConverseStreamRequest request, Consumer<ConverseStreamOutput> onEvent);

	/**
	 * Send messages to a model, by default the client's, receive its message as it is
	 * generated, and return the complete response as Converse would.
	 * @param request fills in the request, whose model is set to the default
	 * @param onEvent receives each event as it arrives, on the calling thread
	 * @return the response that consists of the events
	 */
	ConverseResponse aggregateConverseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamOutput> onEvent);

	/**
	 * Send messages to a model and read its message as a value of a type. The JSON schema
	 * of the type is sent with the request, unless the request has its own output
	 * configuration, which then applies. Deriving the schema needs libraries; an
	 * exception names those that are missing. The call fails with a
	 * {@link StructuredResponseException}, which has the response, if the model stopped
	 * before the end of its message or if the message does not match the type.
	 * @param <T> the type of the value
	 * @param request the request
	 * @param type the type of the value, such as a record
	 * @return the value with its response
	 */
	<T> StructuredResponse<T> converse(ConverseRequest request, Class<T> type);

	/**
	 * Send messages to a model and read its message as a value of a generic type.
	 * @param <T> the type of the value
	 * @param request the request
	 * @param type the type of the value
	 * @return the value with its response
	 */
	<T> StructuredResponse<T> converse(ConverseRequest request, ParameterizedTypeReference<T> type);

	/**
	 * Send messages to a model, by default the client's, and read its message as a value
	 * of a type.
	 * @param <T> the type of the value
	 * @param request fills in the request, whose model is set to the default
	 * @param type the type of the value, such as a record
	 * @return the value with its response
	 */
	<T> StructuredResponse<T> converse(Consumer<ConverseRequest.Builder> request, Class<T> type);

	/**
	 * Invoke a model with a body in the model's format and receive the complete response.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</a>
	 */
	InvokeModelResponse invokeModel(InvokeModelRequest request);

	/**
	 * Invoke a model, by default the client's, with a body in the model's format and
	 * receive the complete response.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	InvokeModelResponse invokeModel(Consumer<InvokeModelRequest.Builder> request);

	/**
	 * Invoke a model with a body in the model's format and receive the response in
	 * chunks.
	 * @param request the request
	 * @return the events, to be closed by the caller
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html">InvokeModelWithResponseStream</a>
	 */
	EventStream<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request);

	/**
	 * Invoke a model with a body in the model's format and receive the response in
	 * chunks.
	 * @param request the request
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events, to be closed by the caller
	 */
	EventStream<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request,
			Consumer<InvokeModelWithResponseStreamResponse> onResponse);

	/**
	 * Invoke a model, by default the client's, with a body in the model's format and
	 * receive the response in chunks.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events, to be closed by the caller
	 */
	EventStream<ResponseStream> invokeModelWithResponseStream(
			Consumer<InvokeModelWithResponseStreamRequest.Builder> request);

	/**
	 * Invoke a model with a stream of events in each direction at the same time, in the
	 * model's format. The call uses HTTP/2, and each event is signed, which requires
	 * credentials: with an API key the call fails with a {@code SigningException} before
	 * anything is sent.
	 * @param request the request
	 * @return the session, to be closed by the caller
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html">InvokeModelWithBidirectionalStream</a>
	 */
	BidirectionalStreamSession invokeModelWithBidirectionalStream(InvokeModelWithBidirectionalStreamRequest request);

	/**
	 * Invoke a model with a stream of events in each direction at the same time, in the
	 * model's format.
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
	 * Assess content with the client's default guardrail, without a model. The call fails
	 * with an {@link IllegalStateException} if the client has no default guardrail with
	 * an identifier and a version.
	 * @param source whether the content is what a user or what a model said
	 * @param content the content to assess
	 * @return the response
	 */
	ApplyGuardrailResponse applyGuardrail(GuardrailContentSource source, GuardrailContentBlock... content);

	/**
	 * Check messages without a configured guardrail and without a model.
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
	 * Count the input tokens of a request, by default to the client's model, that is
	 * about to be sent, as this client would send it.
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
	 * Start an asynchronous invocation of a model, whose output is written to Amazon S3.
	 * A request without {@code clientRequestToken} gets a random one for each call.
	 * @param request the request
	 * @return the response, with the ARN of the invocation
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html">StartAsyncInvoke</a>
	 */
	StartAsyncInvokeResponse startAsyncInvoke(StartAsyncInvokeRequest request);

	/**
	 * Get the status of an asynchronous invocation.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html">GetAsyncInvoke</a>
	 */
	GetAsyncInvokeResponse getAsyncInvoke(GetAsyncInvokeRequest request);

	/**
	 * Wait for the end of an asynchronous invocation by polling GetAsyncInvoke, at first
	 * every second on average and later every 16 seconds. This method fails with an
	 * {@link AsyncInvokeFailedException} if the invocation failed, with a
	 * {@link CallTimeoutException} if the invocation has not ended within the timeout,
	 * and with the error of any call that fails; in the last two cases the invocation
	 * itself continues.
	 * @param invocationArn the ARN of the invocation
	 * @param timeout the maximum wait
	 * @return the response that says that the invocation is completed
	 */
	GetAsyncInvokeResponse awaitAsyncInvoke(String invocationArn, Duration timeout);

	/**
	 * List one page of asynchronous invocations.
	 * @param request the request
	 * @return the page
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html">ListAsyncInvokes</a>
	 */
	ListAsyncInvokesResponse listAsyncInvokes(ListAsyncInvokesRequest request);

	/**
	 * List one page of asynchronous invocations.
	 * @param request fills in the request
	 * @return the page
	 */
	ListAsyncInvokesResponse listAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request);

	/**
	 * List all pages of asynchronous invocations. A page is requested when its first
	 * invocation is read.
	 * @param request the request for the first page
	 * @return the invocations, which need not be closed
	 */
	Stream<AsyncInvokeSummary> listAllAsyncInvokes(ListAsyncInvokesRequest request);

	/**
	 * List all pages of asynchronous invocations. A page is requested when its first
	 * invocation is read.
	 * @param request fills in the request for the first page
	 * @return the invocations, which need not be closed
	 */
	Stream<AsyncInvokeSummary> listAllAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request);

	/**
	 * Return these operations with other timeouts, for one call or many. They share
	 * everything else with these operations, connections included, and need not be
	 * closed:
	 * {@code bedrock.withTimeouts((timeouts) -> timeouts.withCall(Duration.ofSeconds(20)))
	 * .converse(request)}.
	 * @param timeouts changes the timeouts that apply to the model of the call, except
	 * connect, which belongs to connections and not to calls: a call whose connect
	 * timeout is changed fails with an {@link IllegalArgumentException}
	 * @return the operations
	 */
	BedrockRuntimeOperations withTimeouts(UnaryOperator<Timeouts> timeouts);

}
