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

/**
 * Operations of the Amazon Bedrock Runtime, blocking. Every call is billed.
 * <p>
 * A call fails with a {@link BedrockRuntimeException}. Its thread waits without holding a
 * lock, so it may be a virtual one; it may not be an event loop. Interrupting the thread
 * ends the HTTP exchange.
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
	 * Send a text as a user's message to the client's default model and receive its
	 * message as it is generated.
	 * @param text the user's text
	 * @return the events, to be closed by the caller
	 */
	EventStream<ConverseStreamOutput> converseStream(String text);

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

}
