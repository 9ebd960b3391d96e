package io.bedrockruntime;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.stream.ConverseStreamAggregator;
import io.bedrockruntime.structured.StructuredResponse;
import io.bedrockruntime.structured.StructuredResponseException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Reactive operations of the Amazon Bedrock Runtime. Nothing is sent before subscription,
 * each subscription is a separate call, and every call is billed. {@link RetrySettings}
 * decides how many attempts a call may take, so further retries around a call multiply
 * them. The response of a stream is reported once, immediately before the first event, or
 * before the error if all attempts fail; it is reported earlier only if no further
 * attempt is possible.
 * <p>
 * A call fails with a {@link BedrockRuntimeException};
 * {@link io.bedrockruntime.exception} lists the errors of each operation. A stream ends
 * in exactly one way: it completes after the service's last event, or fails with one
 * error after all earlier events were delivered. It reads from the network as fast as its
 * subscriber demands. Cancelling it ends the HTTP exchange immediately, and the service
 * stops generating.
 *
 * @since 0.1.0
 * @see BedrockRuntimeOperations
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html">Amazon
 * Bedrock Runtime</a>
 */
public interface ReactiveBedrockRuntimeOperations {

	/**
	 * Send messages to a model and receive its complete message.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
	 */
	Mono<ConverseResponse> converse(ConverseRequest request);

	/**
	 * Send messages to a model, by default the client's, and receive its complete
	 * message.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	Mono<ConverseResponse> converse(Consumer<ConverseRequest.Builder> request);

	/**
	 * Send a text as a user's message to the client's default model and receive its
	 * complete message.
	 * @param text the user's text
	 * @return the response
	 */
	Mono<ConverseResponse> converse(String text);

	/**
	 * Send messages to a model and receive its message as it is generated.
	 * @param request the request
	 * @return the events
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html">ConverseStream</a>
	 */
	Flux<ConverseStreamOutput> converseStream(ConverseStreamRequest request);

	/**
	 * Send messages to a model and receive its message as it is generated.
	 * @param request the request
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(ConverseStreamRequest request,
			Consumer<ConverseStreamResponse> onResponse);

	/**
	 * Send messages to a model, by default the client's, and receive its message as it is
	 * generated.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request);

	/**
	 * Send messages to a model, by default the client's, and receive its message as it is
	 * generated.
	 * @param request fills in the request, whose model is set to the default
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamResponse> onResponse);

	/**
	 * Send a text as a user's message to the client's default model and receive its
	 * message as it is generated.
	 * @param text the user's text
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(String text);

	/**
	 * Send messages to a model, receive its message as it is generated, and return the
	 * complete response as Converse would. To keep the events before a failure, pass them
	 * to a separate {@link ConverseStreamAggregator}.
	 * @param request the request
	 * @param onEvent receives each event as it arrives, and must not block
	 * @return the response that consists of the events
	 */
	Mono<ConverseResponse> aggregateConverseStream(ConverseStreamRequest request,
			Consumer<ConverseStreamOutput> onEvent);

	/**
	 * Send messages to a model, by default the client's, receive its message as it is
	 * generated, and return the complete response as Converse would.
	 * @param request fills in the request, whose model is set to the default
	 * @param onEvent receives each event as it arrives, and must not block
	 * @return the response that consists of the events
	 */
	Mono<ConverseResponse> aggregateConverseStream(Consumer<ConverseStreamRequest.Builder> request,
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
	<T> Mono<StructuredResponse<T>> converse(ConverseRequest request, Class<T> type);

	/**
	 * Send messages to a model and read its message as a value of a generic type.
	 * @param <T> the type of the value
	 * @param request the request
	 * @param type the type of the value
	 * @return the value with its response
	 */
	<T> Mono<StructuredResponse<T>> converse(ConverseRequest request, ParameterizedTypeReference<T> type);

	/**
	 * Send messages to a model, by default the client's, and read its message as a value
	 * of a type.
	 * @param <T> the type of the value
	 * @param request fills in the request, whose model is set to the default
	 * @param type the type of the value, such as a record
	 * @return the value with its response
	 */
	<T> Mono<StructuredResponse<T>> converse(Consumer<ConverseRequest.Builder> request, Class<T> type);

	/**
	 * Invoke a model with a body in the model's format and receive the complete response.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</a>
	 */
	Mono<InvokeModelResponse> invokeModel(InvokeModelRequest request);

	/**
	 * Invoke a model, by default the client's, with a body in the model's format and
	 * receive the complete response.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	Mono<InvokeModelResponse> invokeModel(Consumer<InvokeModelRequest.Builder> request);

	/**
	 * Invoke a model with a body in the model's format and receive the response in
	 * chunks.
	 * @param request the request
	 * @return the events
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html">InvokeModelWithResponseStream</a>
	 */
	Flux<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request);

	/**
	 * Invoke a model with a body in the model's format and receive the response in
	 * chunks.
	 * @param request the request
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events
	 */
	Flux<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request,
			Consumer<InvokeModelWithResponseStreamResponse> onResponse);

	/**
	 * Invoke a model, by default the client's, with a body in the model's format and
	 * receive the response in chunks.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events
	 */
	Flux<ResponseStream> invokeModelWithResponseStream(Consumer<InvokeModelWithResponseStreamRequest.Builder> request);

	/**
	 * Invoke a model with a stream of events in each direction at the same time, in the
	 * model's format. Completing the input events signals to the service that there is no
	 * more input. Cancelling the output events ends the call and cancels the input
	 * events. If the input events fail, the call fails with their exception as the cause.
	 * The call uses HTTP/2, and each event is signed, which requires credentials: with an
	 * API key the call fails with a {@code SigningException} before anything is sent.
	 * @param request the request
	 * @param body the input events, subscribed to once for each subscription to the
	 * result and requested at the rate at which the network accepts them
	 * @return the output events
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html">InvokeModelWithBidirectionalStream</a>
	 */
	Flux<InvokeModelWithBidirectionalStreamOutput> invokeModelWithBidirectionalStream(
			InvokeModelWithBidirectionalStreamRequest request,
			Publisher<? extends InvokeModelWithBidirectionalStreamInput> body);

	/**
	 * Invoke a model with a stream of events in each direction at the same time, in the
	 * model's format.
	 * @param request the request
	 * @param body the input events, subscribed to once for each subscription to the
	 * result and requested at the rate at which the network accepts them
	 * @param onResponse receives the response without its stream before the first event
	 * @return the output events
	 */
	Flux<InvokeModelWithBidirectionalStreamOutput> invokeModelWithBidirectionalStream(
			InvokeModelWithBidirectionalStreamRequest request,
			Publisher<? extends InvokeModelWithBidirectionalStreamInput> body,
			Consumer<InvokeModelWithBidirectionalStreamResponse> onResponse);

	/**
	 * Assess content with a guardrail, without a model.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html">ApplyGuardrail</a>
	 */
	Mono<ApplyGuardrailResponse> applyGuardrail(ApplyGuardrailRequest request);

	/**
	 * Assess content with the client's default guardrail, without a model. The call fails
	 * with an {@link IllegalStateException} if the client has no default guardrail with
	 * an identifier and a version.
	 * @param source whether the content is what a user or what a model said
	 * @param content the content to assess
	 * @return the response
	 */
	Mono<ApplyGuardrailResponse> applyGuardrail(GuardrailContentSource source, GuardrailContentBlock... content);

	/**
	 * Check messages without a configured guardrail and without a model.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html">InvokeGuardrailChecks</a>
	 */
	Mono<InvokeGuardrailChecksResponse> invokeGuardrailChecks(InvokeGuardrailChecksRequest request);

	/**
	 * Count the tokens that the input of a request would have, without running it.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html">CountTokens</a>
	 */
	Mono<CountTokensResponse> countTokens(CountTokensRequest request);

	/**
	 * Count the input tokens of a request that is about to be sent, as this client would
	 * send it.
	 * @param request the request to count, which is not sent
	 * @return the response
	 */
	Mono<CountTokensResponse> countTokens(ConverseRequest request);

	/**
	 * Count the input tokens of a request, by default to the client's model, that is
	 * about to be sent, as this client would send it.
	 * @param request fills in the request to count, which is not sent
	 * @return the response
	 */
	Mono<CountTokensResponse> countTokens(Consumer<ConverseRequest.Builder> request);

	/**
	 * Count the input tokens of a request that is about to be sent, as this client would
	 * send it.
	 * @param request the request to count, which is not sent
	 * @return the response
	 */
	Mono<CountTokensResponse> countTokens(ConverseStreamRequest request);

	/**
	 * Count the input tokens of a request that is about to be sent, as this client would
	 * send it.
	 * @param request the request to count, which is not sent
	 * @return the response
	 */
	Mono<CountTokensResponse> countTokens(InvokeModelRequest request);

	/**
	 * Start an asynchronous invocation of a model, whose output is written to Amazon S3.
	 * A request without {@code clientRequestToken} gets a random one for each call.
	 * @param request the request
	 * @return the response, with the ARN of the invocation
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html">StartAsyncInvoke</a>
	 */
	Mono<StartAsyncInvokeResponse> startAsyncInvoke(StartAsyncInvokeRequest request);

	/**
	 * Get the status of an asynchronous invocation.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html">GetAsyncInvoke</a>
	 */
	Mono<GetAsyncInvokeResponse> getAsyncInvoke(GetAsyncInvokeRequest request);

	/**
	 * Wait for the end of an asynchronous invocation by polling GetAsyncInvoke, at first
	 * every second on average and later every 16 seconds. The result fails with an
	 * {@link AsyncInvokeFailedException} if the invocation failed, with a
	 * {@link CallTimeoutException} if the invocation has not ended within the timeout,
	 * and with the error of any call that fails; in the last two cases the invocation
	 * itself continues.
	 * @param invocationArn the ARN of the invocation
	 * @param timeout the maximum wait
	 * @return the response that says that the invocation is completed
	 */
	Mono<GetAsyncInvokeResponse> awaitAsyncInvoke(String invocationArn, Duration timeout);

	/**
	 * List one page of asynchronous invocations.
	 * @param request the request
	 * @return the page
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html">ListAsyncInvokes</a>
	 */
	Mono<ListAsyncInvokesResponse> listAsyncInvokes(ListAsyncInvokesRequest request);

	/**
	 * List one page of asynchronous invocations.
	 * @param request fills in the request
	 * @return the page
	 */
	Mono<ListAsyncInvokesResponse> listAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request);

	/**
	 * List all pages of asynchronous invocations. A page is requested when its first
	 * invocation is demanded.
	 * @param request the request for the first page
	 * @return the invocations
	 */
	Flux<AsyncInvokeSummary> listAllAsyncInvokes(ListAsyncInvokesRequest request);

	/**
	 * List all pages of asynchronous invocations. A page is requested when its first
	 * invocation is demanded.
	 * @param request fills in the request for the first page
	 * @return the invocations
	 */
	Flux<AsyncInvokeSummary> listAllAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request);

	/**
	 * Return these operations with other timeouts. They share everything else with these
	 * operations, connections included, and need not be closed.
	 * @param timeouts changes the timeouts that apply to the model of the call, except
	 * connect
	 * @return the operations
	 * @see BedrockRuntimeOperations#withTimeouts
	 */
	ReactiveBedrockRuntimeOperations withTimeouts(UnaryOperator<Timeouts> timeouts);

}
