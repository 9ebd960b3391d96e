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
 * Operations of the Amazon Bedrock Runtime, reactive. Nothing is sent before
 * subscription, each subscription is a call of its own, and every call is billed. A call
 * may take several attempts, as {@link RetrySettings} has it, so further retries around
 * it multiply them. A stream's response is told once, right before the first event, or
 * before the error if all attempts fail; earlier only where there is no further attempt.
 * <p>
 * A call fails with a {@link BedrockRuntimeException};
 * {@link io.bedrockruntime.exception} lists the errors of each operation. A stream ends
 * in exactly one way: it completes after the service's own last event, or fails with one
 * error after all that came before was delivered. It reads from the network as fast as
 * its subscriber demands, and cancelling it ends the HTTP exchange at once, upon which
 * the service stops generating.
 *
 * @since 0.1.0
 * @see BedrockRuntimeOperations
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html">Amazon
 * Bedrock Runtime</a>
 */
public interface ReactiveBedrockRuntimeOperations {

	/**
	 * Send messages to a model and receive its message whole.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
	 */
	Mono<ConverseResponse> converse(ConverseRequest request);

	/**
	 * Send messages to a model, by default the client's, and receive its message whole.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	Mono<ConverseResponse> converse(Consumer<ConverseRequest.Builder> request);

	/**
	 * Send a text to the client's default model and receive its message whole.
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
	 * Send messages to a model, by default the client's, and stream its message.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request);

	/**
	 * The same, with the response without its stream handed over before the first event.
	 * @param request fills in the request, whose model is set to the default
	 * @param onResponse receives the response
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request,
			Consumer<ConverseStreamResponse> onResponse);

	/**
	 * Send a text to the client's default model and stream its message.
	 * @param text the user's text
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(String text);

	/**
	 * Send messages to a model, receive its message as it is generated, and return it
	 * whole as Converse would. What came before a failure can be kept with a
	 * {@link ConverseStreamAggregator} of one's own.
	 * @param request the request
	 * @param onEvent receives each event as it comes, and must not block
	 * @return the response that the events make up
	 */
	Mono<ConverseResponse> aggregateConverseStream(ConverseStreamRequest request,
			Consumer<ConverseStreamOutput> onEvent);

	/**
	 * The same with a request to the client's own model, if it names no other.
	 * @param request fills in the request, whose model is set to the default
	 * @param onEvent receives each event as it comes, and must not block
	 * @return the response that the events make up
	 */
	Mono<ConverseResponse> aggregateConverseStream(Consumer<ConverseStreamRequest.Builder> request,
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
	<T> Mono<StructuredResponse<T>> converse(ConverseRequest request, Class<T> type);

	/**
	 * Send messages to a model and receive its answer as a value of a generic type.
	 * @param <T> the type of answer
	 * @param request the request
	 * @param type the type of answer
	 * @return the answer with its response
	 */
	<T> Mono<StructuredResponse<T>> converse(ConverseRequest request, ParameterizedTypeReference<T> type);

	/**
	 * Send messages to a model, by default to the client's own, and receive its answer as
	 * a value of a type.
	 * @param <T> the type of answer
	 * @param request fills in the request, whose model is set to the default
	 * @param type the type of answer, such as a record
	 * @return the answer with its response
	 */
	<T> Mono<StructuredResponse<T>> converse(Consumer<ConverseRequest.Builder> request, Class<T> type);

	/**
	 * Invoke a model with a body of its own format and receive its answer whole.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</a>
	 */
	Mono<InvokeModelResponse> invokeModel(InvokeModelRequest request);

	/**
	 * Invoke a model, by default the client's own, with a body of its own format and
	 * receive its answer whole.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	Mono<InvokeModelResponse> invokeModel(Consumer<InvokeModelRequest.Builder> request);

	/**
	 * Invoke a model with a body of its own format and receive its answer in chunks of
	 * its own format.
	 * @param request the request
	 * @return the events
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html">InvokeModelWithResponseStream</a>
	 */
	Flux<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request);

	/**
	 * Invoke a model with a body of its own format and receive its answer in chunks of
	 * its own format.
	 * @param request the request
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events
	 */
	Flux<ResponseStream> invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest request,
			Consumer<InvokeModelWithResponseStreamResponse> onResponse);

	/**
	 * Invoke a model, by default the client's own, with a body of its own format and
	 * receive its answer in chunks of its own format.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events
	 */
	Flux<ResponseStream> invokeModelWithResponseStream(Consumer<InvokeModelWithResponseStreamRequest.Builder> request);

	/**
	 * Invoke a model with a stream of events in both directions at once, each in a format
	 * of the model's own. Completing the events to send tells the service that nothing
	 * more will be said; cancelling those that come back ends the call, and cancels the
	 * ones to send. When these fail the call fails, with their exception as the cause.
	 * The call goes over HTTP/2, and is signed event by event, for which it needs
	 * credentials: with an API key it fails with a {@code SigningException} before
	 * anything is sent.
	 * @param request the request
	 * @param body the events to send, subscribed to once for each subscription of the
	 * result and asked for as the network can take them
	 * @return the events that come back
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html">InvokeModelWithBidirectionalStream</a>
	 */
	Flux<InvokeModelWithBidirectionalStreamOutput> invokeModelWithBidirectionalStream(
			InvokeModelWithBidirectionalStreamRequest request,
			Publisher<? extends InvokeModelWithBidirectionalStreamInput> body);

	/**
	 * Invoke a model with a stream of events in both directions at once, each in a format
	 * of the model's own.
	 * @param request the request
	 * @param body the events to send, subscribed to once for each subscription of the
	 * result and asked for as the network can take them
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events that come back
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
	 * Assess content with the client's default guardrail, without a model. It fails with
	 * an {@link IllegalStateException} if the client has none with identifier and
	 * version.
	 * @param source whether the content is what a user or what a model said
	 * @param content the content to assess
	 * @return the response
	 */
	Mono<ApplyGuardrailResponse> applyGuardrail(GuardrailContentSource source, GuardrailContentBlock... content);

	/**
	 * Check messages without a guardrail of one's own and without a model.
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
	 * The same with a request to the client's own model, if it names no other.
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
	 * Start to run a model whose output goes to Amazon S3 when it is ready. A request
	 * without {@code clientRequestToken} gets a random one for each call.
	 * @param request the request
	 * @return the response, with the ARN by which to ask for the invocation
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html">StartAsyncInvoke</a>
	 */
	Mono<StartAsyncInvokeResponse> startAsyncInvoke(StartAsyncInvokeRequest request);

	/**
	 * Ask how an asynchronous invocation stands.
	 * @param request the request
	 * @return the response
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html">GetAsyncInvoke</a>
	 */
	Mono<GetAsyncInvokeResponse> getAsyncInvoke(GetAsyncInvokeRequest request);

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
	Mono<GetAsyncInvokeResponse> awaitAsyncInvoke(String invocationArn, Duration timeout);

	/**
	 * List asynchronous invocations, one page of them.
	 * @param request the request
	 * @return the page
	 * @see <a href=
	 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html">ListAsyncInvokes</a>
	 */
	Mono<ListAsyncInvokesResponse> listAsyncInvokes(ListAsyncInvokesRequest request);

	/**
	 * List asynchronous invocations, one page of them.
	 * @param request fills in the request
	 * @return the page
	 */
	Mono<ListAsyncInvokesResponse> listAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request);

	/**
	 * List asynchronous invocations, all pages of them. A page is asked for when its
	 * first invocation is demanded.
	 * @param request the request for the first page
	 * @return the invocations
	 */
	Flux<AsyncInvokeSummary> listAllAsyncInvokes(ListAsyncInvokesRequest request);

	/**
	 * List asynchronous invocations, all pages of them. A page is asked for when its
	 * first invocation is demanded.
	 * @param request fills in the request for the first page
	 * @return the invocations
	 */
	Flux<AsyncInvokeSummary> listAllAsyncInvokes(Consumer<ListAsyncInvokesRequest.Builder> request);

	/**
	 * Return these operations with other clocks.
	 * @param timeouts changes the clocks
	 * @return the operations
	 * @see BedrockRuntimeOperations#withTimeouts
	 */
	ReactiveBedrockRuntimeOperations withTimeouts(UnaryOperator<Timeouts> timeouts);

}
