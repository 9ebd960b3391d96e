package io.bedrockruntime.emulator.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.emulator.internal.format.InvokeModelFormat;
import io.bedrockruntime.emulator.internal.format.InvokeModelGuardrail;
import io.bedrockruntime.emulator.internal.format.media.DirectFormat;
import io.bedrockruntime.emulator.internal.guardrail.EmulatedGuardrails;
import io.bedrockruntime.emulator.internal.model.Answer;
import io.bedrockruntime.emulator.internal.model.Conversation;
import io.bedrockruntime.emulator.internal.model.EmulatedModel;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceError;
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
 * InvokeModel and InvokeModelWithResponseStream.
 */
public final class InvokeModelOperation implements OperationHandler {

	private static final String METRICS = "amazon-bedrock-invocationMetrics";

	/** Members that the answer repeats from the request's headers. */
	private static final List<String> ECHOED = List.of("X-Amzn-Bedrock-PerformanceConfig-Latency",
			"X-Amzn-Bedrock-Service-Tier");

	private final Pacing pacing;

	private final RequestValidator validator;

	private final EmulatedModel model;

	private final EmulatedGuardrails guardrails;

	private final boolean stream;

	public InvokeModelOperation(Pacing pacing, RequestValidator validator, EmulatedModel model,
			EmulatedGuardrails guardrails, boolean stream) {
		this.guardrails = guardrails;
		this.pacing = pacing;
		this.validator = validator;
		this.model = model;
		this.stream = stream;
	}

	@Override
	public WireResponse answer(OperationCall call) {
		this.validator.validateHeaders(call.operation().input(), call.request());
		return invoke(call, this.model::answer);
	}

	@Override
	public boolean takes(Reply reply) {
		return !(reply instanceof Reply.AsyncFailure || reply instanceof Reply.Session);
	}

	/** Words that a test has written wait for a model that has words. */
	@Override
	public boolean takes(OperationCall call, Reply reply) {
		boolean words = reply instanceof Reply.Text || reply instanceof Reply.ToolUse;
		return takes(reply) && !(words && DirectFormat.of(call.modelId()) != null);
	}

	@Override
	public WireResponse reply(OperationCall call, Reply reply) {
		if (reply instanceof Reply.Events events) {
			return StreamResponses.scripted(StreamResponses.INVOKE_MODEL_HEADERS, events, this.pacing);
		}
		if (reply instanceof Reply.Json json) {
			if (this.stream) {
				StreamEvent event = event(json.json().getBytes(StandardCharsets.UTF_8), 1);
				return WireResponse.stream(StreamResponses.INVOKE_MODEL_HEADERS, List.of(event), this.pacing);
			}
			return WireResponse.unary(200, List.of(StreamResponses.JSON), json.json().getBytes(StandardCharsets.UTF_8));
		}
		return invoke(call, (conversation) -> (reply instanceof Reply.ToolUse toolUse)
				? this.model.answer(conversation, toolUse) : this.model.answer(conversation, (Reply.Text) reply));
	}

	private WireResponse invoke(OperationCall call, Function<Conversation, Answer> model) {
		ModelId modelId = call.modelId();
		ObjectNode body = body(call.request().body());
		InvokeModelGuardrail guardrail = InvokeModelGuardrail.of(call.request(), body, this.stream, this.guardrails);
		DirectFormat direct = DirectFormat.of(modelId);
		if (direct != null) {
			return invoke(call.request(), direct, body, guardrail);
		}
		InvokeModelFormat format = InvokeModelFormat.of(modelId, body);
		ObjectNode conversation = InvokeModelFormat.conversation(format, body);
		Answer answer = (guardrail != null)
				? guardrail.guard(conversation, (admitted) -> model.apply(new Conversation(modelId, admitted)))
				: model.apply(new Conversation(modelId, conversation));
		return respond(call.request(), format, answer, guardrail);
	}

	private WireResponse invoke(RecordedRequest request, DirectFormat format, ObjectNode body,
			@Nullable InvokeModelGuardrail guardrail) {
		if (this.stream) {
			throw ServiceError.validation("The model has no response stream. Send the request to InvokeModel.");
		}
		if (guardrail != null) {
			throw ServiceError.validation("The emulator's guardrails look at text models only.");
		}
		int inputTokens = format.inputTokens(body);
		List<Header> headers = echoed(request);
		headers.add(StreamResponses.JSON);
		headers.addAll(StreamResponses.counts(inputTokens, Math.max(1, this.pacing.firstTokenDelay().toMillis())));
		return StreamResponses.delayed(WireResponse.unary(200, headers, Json.bytes(format.answer(body))), this.pacing);
	}

	private WireResponse respond(RecordedRequest request, InvokeModelFormat format, Answer answer,
			@Nullable InvokeModelGuardrail guardrail) {
		List<Header> headers = echoed(request);
		if (this.stream) {
			headers.addAll(StreamResponses.INVOKE_MODEL_HEADERS);
			List<InvokeModelFormat.Chunk> chunks = format.stream(answer);
			if (guardrail != null) {
				guardrail.tell(chunks);
			}
			return WireResponse.stream(headers, events(chunks, answer), this.pacing);
		}
		headers.add(StreamResponses.JSON);
		headers.addAll(StreamResponses.counts(answer));
		ObjectNode response = format.response(answer);
		if (guardrail != null) {
			guardrail.tell(response);
		}
		return StreamResponses.delayed(WireResponse.unary(200, headers, Json.bytes(response)), this.pacing);
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

	/** The service appends its own figures to the model's last chunk. */
	private List<StreamEvent> events(List<InvokeModelFormat.Chunk> chunks, Answer answer) {
		ObjectNode metrics = Json.object()
			.put("inputTokenCount", answer.usage().input())
			.put("outputTokenCount", answer.usage().output())
			.put("invocationLatency", answer.latencyMs())
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
		throw ServiceError.malformed("it is not a JSON object");
	}

}
