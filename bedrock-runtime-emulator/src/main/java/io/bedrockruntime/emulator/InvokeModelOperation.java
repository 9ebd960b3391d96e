package io.bedrockruntime.emulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * InvokeModel and InvokeModelWithResponseStream.
 */
final class InvokeModelOperation implements OperationHandler {

	private static final String METRICS = "amazon-bedrock-invocationMetrics";

	/** Members that the answer repeats from the request's headers. */
	private static final List<String> ECHOED = List.of("X-Amzn-Bedrock-PerformanceConfig-Latency",
			"X-Amzn-Bedrock-Service-Tier");

	private final EmulatorSettings settings;

	private final RequestValidator validator;

	private final EmulatedModel model;

	private final boolean stream;

	InvokeModelOperation(EmulatorSettings settings, RequestValidator validator, EmulatedModel model, boolean stream) {
		this.settings = settings;
		this.validator = validator;
		this.model = model;
		this.stream = stream;
	}

	@Override
	public WireResponse answer(OperationCall call) {
		ModelId modelId = call.modelId();
		this.validator.validateHeaders(call.operation().input(), call.request());
		ObjectNode body = body(call.request().body());
		InvokeModelFormat format = InvokeModelFormat.of(modelId, body);
		Conversation conversation = new Conversation(modelId, format.toConverse(body));
		return respond(call.request(), format, this.model.answer(conversation));
	}

	@Override
	public boolean takes(Reply reply) {
		return !(reply instanceof Reply.AsyncFailure || reply instanceof Reply.Session);
	}

	@Override
	public WireResponse reply(OperationCall call, Reply reply) {
		if (reply instanceof Reply.Events events) {
			return StreamResponses.scripted(StreamResponses.INVOKE_MODEL_HEADERS, events, this.settings);
		}
		if (reply instanceof Reply.Json json) {
			if (this.stream) {
				StreamEvent event = event(json.json().getBytes(StandardCharsets.UTF_8), 1);
				return WireResponse.stream(StreamResponses.INVOKE_MODEL_HEADERS, List.of(event), this.settings);
			}
			return WireResponse.unary(200, List.of(StreamResponses.JSON), json.json().getBytes(StandardCharsets.UTF_8));
		}
		ObjectNode body = body(call.request().body());
		InvokeModelFormat format = InvokeModelFormat.of(call.modelId(), body);
		Conversation conversation = new Conversation(call.modelId(), format.toConverse(body));
		Answer answer = (reply instanceof Reply.ToolUse toolUse) ? this.model.answer(conversation, toolUse)
				: this.model.answer(conversation, (Reply.Text) reply);
		return respond(call.request(), format, answer);
	}

	private WireResponse respond(RecordedRequest request, InvokeModelFormat format, Answer answer) {
		List<Header> headers = new ArrayList<>();
		for (String name : ECHOED) {
			String value = request.header(name);
			if (value != null) {
				headers.add(new Header(name, value));
			}
		}
		if (this.stream) {
			headers.addAll(StreamResponses.INVOKE_MODEL_HEADERS);
			return WireResponse.stream(headers, events(format.stream(answer), answer), this.settings);
		}
		headers.add(StreamResponses.JSON);
		headers.addAll(StreamResponses.counts(answer));
		return StreamResponses.delayed(WireResponse.unary(200, headers, Json.bytes(format.response(answer))),
				this.settings);
	}

	/** The service appends its own figures to the model's last chunk. */
	private List<StreamEvent> events(List<InvokeModelFormat.Chunk> chunks, Answer answer) {
		ObjectNode metrics = Json.object()
			.put("inputTokenCount", answer.usage().input())
			.put("outputTokenCount", answer.usage().output())
			.put("invocationLatency", answer.latencyMs())
			.put("firstByteLatency", Math.max(1, this.settings.firstTokenDelay().toMillis()));
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
		throw InvokeModelFormat.malformed("it is not a JSON object");
	}

}
