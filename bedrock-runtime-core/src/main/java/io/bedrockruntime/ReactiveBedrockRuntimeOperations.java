package io.bedrockruntime;

import java.util.function.Consumer;

import io.bedrockruntime.exception.BedrockRuntimeException;
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
 * Operations of the Amazon Bedrock Runtime, reactive. Nothing is sent before
 * subscription, each subscription is a call of its own, and every call is billed.
 * <p>
 * A call fails with a {@link BedrockRuntimeException}. A stream ends in exactly one way:
 * it completes after the service's own last event, or fails with one error after all that
 * came before was delivered. It reads from the network as fast as its subscriber demands,
 * and cancelling it ends the HTTP exchange at once, upon which the service stops
 * generating.
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
	 * Send messages to a model, by default to the client's own, and receive its message
	 * whole.
	 * @param request fills in the request, whose model is set to the default
	 * @return the response
	 */
	Mono<ConverseResponse> converse(Consumer<ConverseRequest.Builder> request);

	/**
	 * Send a text as a user's message to the client's default model and receive its
	 * message whole.
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
	 * Send messages to a model, by default to the client's own, and receive its message
	 * as it is generated.
	 * @param request fills in the request, whose model is set to the default
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(Consumer<ConverseStreamRequest.Builder> request);

	/**
	 * Send a text as a user's message to the client's default model and receive its
	 * message as it is generated.
	 * @param text the user's text
	 * @return the events
	 */
	Flux<ConverseStreamOutput> converseStream(String text);

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

}
