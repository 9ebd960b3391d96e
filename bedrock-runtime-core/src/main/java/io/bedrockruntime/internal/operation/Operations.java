package io.bedrockruntime.internal.operation;

import java.util.List;
import java.util.UUID;

import io.bedrockruntime.internal.event.BidirectionalStreamReader;
import io.bedrockruntime.internal.event.ConverseStreamReader;
import io.bedrockruntime.internal.event.ResponseStreamReader;
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
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksResponse;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse;
import io.bedrockruntime.model.invoke.ResponseStream;

/**
 * The operations of the Amazon Bedrock Runtime, one constant each. The names are AWS's
 * names.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html">Amazon
 * Bedrock Runtime operations</a>
 */
public final class Operations {

	/** Converse. */
	public static final UnaryOperation<ConverseRequest, ConverseResponse> CONVERSE = Operation
		.<ConverseRequest>post("Converse", "/model/{modelId}/converse")
		.modelLabel(ConverseRequest::modelId)
		.jsonBody()
		.infers(InferenceRequest::of)
		.genAiName("chat")
		.returns(ConverseResponse.class, ConverseResponse::withResponseMetadata);

	/** ConverseStream. */
	public static final StreamOperation<ConverseStreamRequest, ConverseStreamOutput, ConverseStreamResponse> CONVERSE_STREAM = Operation
		.<ConverseStreamRequest>post("ConverseStream", "/model/{modelId}/converse-stream")
		.modelLabel(ConverseStreamRequest::modelId)
		.jsonBody()
		.infers(InferenceRequest::of)
		.genAiName("chat")
		.streams(ConverseStreamReader::new, ConverseStreamResponse::new);

	/** InvokeModel. */
	public static final UnaryOperation<InvokeModelRequest, InvokeModelResponse> INVOKE_MODEL = Operation
		.<InvokeModelRequest>post("InvokeModel", "/model/{modelId}/invoke")
		.modelLabel(InvokeModelRequest::modelId)
		.blobBody(InvokeModelRequest::contentType, InvokeModelRequest::body)
		.accept(InvokeModelRequest::accept)
		.header("x-amzn-bedrock-trace", InvokeModelRequest::trace)
		.header("x-amzn-bedrock-guardrailidentifier", InvokeModelRequest::guardrailIdentifier)
		.header("x-amzn-bedrock-guardrailversion", InvokeModelRequest::guardrailVersion)
		.header("x-amzn-bedrock-performanceconfig-latency", InvokeModelRequest::performanceConfigLatency)
		.header("x-amzn-bedrock-service-tier", InvokeModelRequest::serviceTier)
		.header("x-amzn-bedrock-request-metadata", InvokeModelRequest::requestMetadata)
		.infers(InferenceRequest::of)
		.returns(ResponseUnmarshaller::invokeModel);

	/**
	 * InvokeModelWithResponseStream. {@code Accept} requests the event stream; a separate
	 * header has the media type of the events' content.
	 */
	public static final StreamOperation<InvokeModelWithResponseStreamRequest, ResponseStream, InvokeModelWithResponseStreamResponse> INVOKE_MODEL_WITH_RESPONSE_STREAM = Operation
		.<InvokeModelWithResponseStreamRequest>post("InvokeModelWithResponseStream",
				"/model/{modelId}/invoke-with-response-stream")
		.modelLabel(InvokeModelWithResponseStreamRequest::modelId)
		.blobBody(InvokeModelWithResponseStreamRequest::contentType, InvokeModelWithResponseStreamRequest::body)
		.header("x-amzn-bedrock-trace", InvokeModelWithResponseStreamRequest::trace)
		.header("x-amzn-bedrock-guardrailidentifier", InvokeModelWithResponseStreamRequest::guardrailIdentifier)
		.header("x-amzn-bedrock-guardrailversion", InvokeModelWithResponseStreamRequest::guardrailVersion)
		.header("x-amzn-bedrock-performanceconfig-latency",
				InvokeModelWithResponseStreamRequest::performanceConfigLatency)
		.header("x-amzn-bedrock-service-tier", InvokeModelWithResponseStreamRequest::serviceTier)
		.header("x-amzn-bedrock-request-metadata", InvokeModelWithResponseStreamRequest::requestMetadata)
		.header("x-amzn-bedrock-accept", InvokeModelWithResponseStreamRequest::accept)
		.infers(InferenceRequest::of)
		.streams(ResponseStreamReader::new, ResponseUnmarshaller::invokeModelWithResponseStream);

	/** InvokeModelWithBidirectionalStream. */
	public static final StreamOperation<InvokeModelWithBidirectionalStreamRequest, InvokeModelWithBidirectionalStreamOutput, InvokeModelWithBidirectionalStreamResponse> INVOKE_MODEL_WITH_BIDIRECTIONAL_STREAM = Operation
		.<InvokeModelWithBidirectionalStreamRequest>post("InvokeModelWithBidirectionalStream",
				"/model/{modelId}/invoke-with-bidirectional-stream")
		.modelLabel(InvokeModelWithBidirectionalStreamRequest::modelId)
		.eventStreamBody()
		.runsModel()
		.streams(BidirectionalStreamReader::new, InvokeModelWithBidirectionalStreamResponse::new);

	/** ApplyGuardrail. */
	public static final UnaryOperation<ApplyGuardrailRequest, ApplyGuardrailResponse> APPLY_GUARDRAIL = Operation
		.<ApplyGuardrailRequest>post("ApplyGuardrail",
				"/guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply")
		.label("guardrailIdentifier", ApplyGuardrailRequest::guardrailIdentifier)
		.label("guardrailVersion", ApplyGuardrailRequest::guardrailVersion)
		.jsonBody()
		.genAiName("apply_guardrail")
		.returns(ApplyGuardrailResponse.class, ApplyGuardrailResponse::withResponseMetadata);

	/** InvokeGuardrailChecks, which is the same at each target. */
	public static final UnaryOperation<InvokeGuardrailChecksRequest, InvokeGuardrailChecksResponse> INVOKE_GUARDRAIL_CHECKS = Operation
		.<InvokeGuardrailChecksRequest>post("InvokeGuardrailChecks", "/guardrail-checks/invoke")
		.jsonBody()
		.failsOver((request, target) -> request)
		.genAiName("invoke_guardrail_checks")
		.returns(InvokeGuardrailChecksResponse.class, InvokeGuardrailChecksResponse::withResponseMetadata);

	/** CountTokens. */
	public static final UnaryOperation<CountTokensRequest, CountTokensResponse> COUNT_TOKENS = Operation
		.<CountTokensRequest>post("CountTokens", "/model/{modelId}/count-tokens")
		.modelLabel(CountTokensRequest::modelId)
		.jsonBody()
		.failsOver((request, target) -> (target.modelId() != null)
				? new CountTokensRequest(target.modelId(), request.input()) : request)
		.genAiName("count_tokens")
		.returns(CountTokensResponse.class, CountTokensResponse::withResponseMetadata);

	/**
	 * StartAsyncInvoke. An idempotency token is added to a request without one before the
	 * first attempt, so that a retry does not start a second invocation.
	 */
	public static final UnaryOperation<StartAsyncInvokeRequest, StartAsyncInvokeResponse> START_ASYNC_INVOKE = Operation
		.<StartAsyncInvokeRequest>post("StartAsyncInvoke", "/async-invoke")
		.model(StartAsyncInvokeRequest::modelId)
		.jsonBody((request) -> (request.clientRequestToken() != null) ? request
				: request.withClientRequestToken(UUID.randomUUID().toString()))
		.genAiName("start_async_invoke")
		.returns(StartAsyncInvokeResponse.class, StartAsyncInvokeResponse::withResponseMetadata);

	/** GetAsyncInvoke. */
	public static final UnaryOperation<GetAsyncInvokeRequest, GetAsyncInvokeResponse> GET_ASYNC_INVOKE = Operation
		.<GetAsyncInvokeRequest>get("GetAsyncInvoke", "/async-invoke/{invocationArn}")
		.label("invocationArn", GetAsyncInvokeRequest::invocationArn)
		.genAiName("get_async_invoke")
		.returns(GetAsyncInvokeResponse.class, GetAsyncInvokeResponse::withResponseMetadata);

	/** ListAsyncInvokes. */
	public static final UnaryOperation<ListAsyncInvokesRequest, ListAsyncInvokesResponse> LIST_ASYNC_INVOKES = Operation
		.<ListAsyncInvokesRequest>get("ListAsyncInvokes", "/async-invoke")
		.query("submitTimeAfter", ListAsyncInvokesRequest::submitTimeAfter)
		.query("submitTimeBefore", ListAsyncInvokesRequest::submitTimeBefore)
		.query("statusEquals", ListAsyncInvokesRequest::statusEquals)
		.query("maxResults", ListAsyncInvokesRequest::maxResults)
		.query("nextToken", ListAsyncInvokesRequest::nextToken)
		.query("sortBy", ListAsyncInvokesRequest::sortBy)
		.query("sortOrder", ListAsyncInvokesRequest::sortOrder)
		.genAiName("list_async_invokes")
		.returns(ListAsyncInvokesResponse.class, ListAsyncInvokesResponse::withResponseMetadata);

	/** All operations, in the order of AWS's reference. */
	public static final List<Operation<?>> ALL = List.of(CONVERSE, CONVERSE_STREAM, INVOKE_MODEL,
			INVOKE_MODEL_WITH_RESPONSE_STREAM, INVOKE_MODEL_WITH_BIDIRECTIONAL_STREAM, APPLY_GUARDRAIL,
			INVOKE_GUARDRAIL_CHECKS, COUNT_TOKENS, START_ASYNC_INVOKE, GET_ASYNC_INVOKE, LIST_ASYNC_INVOKES);

	private Operations() {
	}

}
