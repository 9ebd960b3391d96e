package io.bedrockruntime.emulator.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.emulator.internal.format.InvokeModelFormat;
import io.bedrockruntime.emulator.internal.format.InvokeModelGuardrail;
import io.bedrockruntime.emulator.internal.format.media.NonConversationalFormat;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailRegistry;
import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.model.Conversation;
import io.bedrockruntime.emulator.internal.model.EmulatedModel;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.internal.wire.StreamEvent;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.script.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handler of InvokeModel and InvokeModelWithResponseStream.
 */
public final class InvokeModelOperation implements OperationHandler {

	private static final String METRICS = "amazon-bedrock-invocationMetrics";

	/** Request headers that the response repeats. */
	private static final List<String> ECHOED = List.of("X-Amzn-Bedrock-PerformanceConfig-Latency",
			"X-Amzn-Bedrock-Service-Tier");

	private final Pacing pacing;

	private final RequestValidator validator;

	private final EmulatedModel model;

	private final GuardrailRegistry guardrails;

	private final boolean stream;

	public InvokeModelOperation(Pacing pacing, RequestValidator validator, EmulatedModel model,
			GuardrailRegistry guardrails, boolean stream) {
		this.guardrails = guardrails;
		this.pacing = pacing;
		this.validator = validator;
		this.model = model;
		this.stream = stream;
	}

	@Override
	public WireResponse handle(OperationCall call) {
		this.validator.validateHeaders(call.operation().input(), call.request());
		return invoke(call, this.model::complete);
	}

	@Override
	public boolean takes(Reply reply) {
		return !(reply instanceof Reply.AsyncFailure || reply instanceof Reply.Session);
	}

	/** A scripted text waits for a text model. */
	@Override
	public boolean takes(OperationCall call, Reply reply) {
		boolean isText = reply instanceof Reply.Text || reply instanceof Reply.ToolUse;
		return takes(reply) && !(isText && NonConversationalFormat.of(call.modelId()) != null);
	}

	@Override
	public WireResponse reply(OperationCall call, Reply reply) {
		if (reply instanceof Reply.Events events) {
			return OperationResponses.scripted(OperationResponses.INVOKE_MODEL_HEADERS, events, this.pacing);
		}
		if (reply instanceof Reply.Json json) {
			if (this.stream) {
				StreamEvent event = event(json.json().getBytes(StandardCharsets.UTF_8), 1);
				return WireResponse.stream(OperationResponses.INVOKE_MODEL_HEADERS, List.of(event), this.pacing);
			}
			return WireResponse.unary(200, List.of(OperationResponses.JSON),
					json.json().getBytes(StandardCharsets.UTF_8));
		}
		return invoke(call, (conversation) -> (reply instanceof Reply.ToolUse toolUse)
				? this.model.complete(conversation, toolUse) : this.model.complete(conversation, (Reply.Text) reply));
	}

	private WireResponse invoke(OperationCall call, Function<Conversation, Completion> model) {
		ModelId modelId = call.modelId();
		ObjectNode body = body(call.request().body());
		InvokeModelGuardrail guardrail = InvokeModelGuardrail.of(call.request(), body, this.stream, this.guardrails);
		NonConversationalFormat direct = NonConversationalFormat.of(modelId);
		if (direct != null) {
			return invoke(call.request(), direct, body, guardrail);
		}
		InvokeModelFormat format = InvokeModelFormat.of(modelId, body);
		ObjectNode conversation = InvokeModelFormat.conversation(format, body);
		Completion completion = (guardrail != null)
				? guardrail.guard(conversation, (admitted) -> model.apply(new Conversation(modelId, admitted)))
				: model.apply(new Conversation(modelId, conversation));
		return respond(call.request(), format, completion, guardrail);
	}

	private WireResponse invoke(RecordedRequest request, NonConversationalFormat format, ObjectNode body,
			@Nullable InvokeModelGuardrail guardrail) {
		if (this.stream) {
			throw ServiceErrorException
				.validation("The model has no response stream. Send the request to InvokeModel.");
		}
		if (guardrail != null) {
			throw ServiceErrorException.validation("The emulator's guardrails support text models only.");
		}
		int inputTokens = format.inputTokens(body);
		List<Header> headers = echoed(request);
		headers.add(OperationResponses.JSON);
		headers.addAll(OperationResponses.counts(inputTokens, Math.max(1, this.pacing.firstTokenDelay().toMillis())));
		return OperationResponses.delayed(WireResponse.unary(200, headers, Json.bytes(format.respond(body))),
				this.pacing);
	}

	private WireResponse respond(RecordedRequest request, InvokeModelFormat format, Completion completion,
			@Nullable InvokeModelGuardrail guardrail) {
		List<Header> headers = echoed(request);
		if (this.stream) {
			headers.addAll(OperationResponses.INVOKE_MODEL_HEADERS);
			List<InvokeModelFormat.Chunk> chunks = format.stream(completion);
			if (guardrail != null) {
				guardrail.addTo(chunks);
			}
			return WireResponse.stream(headers, events(chunks, completion), this.pacing);
		}
		headers.add(OperationResponses.JSON);
		headers.addAll(OperationResponses.counts(completion));
		ObjectNode response = format.response(completion);
		if (guardrail != null) {
			guardrail.addTo(response);
		}
		return OperationResponses.delayed(WireResponse.unary(200, headers, Json.bytes(response)), this.pacing);
	}

	private static List<Header> echoed(RecordedRequest request) {
		List<Header> headers = new ArrayList<>();
		for (String name : ECHOED) {
			String value = request.header(name);
			if (value != null) {
				headers.add(new Header(name, value));
			}
		}
		return headers;
	}

	/** Convert chunks to events; the service appends its metrics to the last chunk. */
	private List<StreamEvent> events(List<InvokeModelFormat.Chunk> chunks, Completion completion) {
		ObjectNode metrics = Json.object()
			.put("inputTokenCount", completion.usage().input())
			.put("outputTokenCount", completion.usage().output())
			.put("invocationLatency", completion.latencyMs())
			.put("firstByteLatency", Math.max(1, this.pacing.firstTokenDelay().toMillis()));
		chunks.get(chunks.size() - 1).json().set(METRICS, metrics);
		return chunks.stream().map((chunk) -> event(Json.bytes(chunk.json()), chunk.tokens())).toList();
	}

	private static StreamEvent event(byte[] json, int tokens) {
		return new StreamEvent("chunk", Json.object().put("bytes", json), tokens);
	}

	static ObjectNode body(byte[] body) {
		if (body.length > 0 && RequestValidator.parse(body) instanceof ObjectNode object) {
			return object;
		}
		throw ServiceErrorException.malformed("it is not a JSON object");
	}

}
