package io.bedrockruntime.emulator.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.emulator.internal.format.ConverseStreamEvents;
import io.bedrockruntime.emulator.internal.guardrail.ConverseGuardrail;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailRegistry;
import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.model.Conversation;
import io.bedrockruntime.emulator.internal.model.EmulatedModel;
import io.bedrockruntime.emulator.internal.model.Usage;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.validation.ConverseRules;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.script.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converse and ConverseStream.
 */
public final class ConverseOperation implements OperationHandler {

	private final Pacing pacing;

	private final RequestValidator validator;

	private final EmulatedModel model;

	private final GuardrailRegistry guardrails;

	private final boolean stream;

	public ConverseOperation(Pacing pacing, RequestValidator validator, EmulatedModel model,
			GuardrailRegistry guardrails, boolean stream) {
		this.guardrails = guardrails;
		this.pacing = pacing;
		this.validator = validator;
		this.model = model;
		this.stream = stream;
	}

	@Override
	public WireResponse answer(OperationCall call) {
		ModelId modelId = call.modelId();
		ObjectNode request = this.validator.validate(call.operation().input(), call.request().body());
		ConverseRules.check(modelId, request);
		return guarded(request, (admitted) -> this.model.answer(new Conversation(modelId, admitted)));
	}

	@Override
	public boolean takes(Reply reply) {
		return !(reply instanceof Reply.AsyncFailure || reply instanceof Reply.Session);
	}

	@Override
	public WireResponse reply(OperationCall call, Reply reply) {
		if (reply instanceof Reply.Events events) {
			return OperationResponses.scripted(OperationResponses.CONVERSE_HEADERS, events, this.pacing);
		}
		ObjectNode request = readLeniently(call.request().body());
		if (reply instanceof Reply.Json json) {
			return this.stream ? respond(parse(Json.read(json.json())), request) : WireResponse.unary(200,
					List.of(OperationResponses.JSON), json.json().getBytes(StandardCharsets.UTF_8));
		}
		return guarded(request, (admitted) -> {
			Conversation conversation = new Conversation(call.modelId(), admitted);
			return (reply instanceof Reply.ToolUse toolUse) ? this.model.answer(conversation, toolUse)
					: this.model.answer(conversation, (Reply.Text) reply);
		});
	}

	private WireResponse guarded(ObjectNode request, Function<ObjectNode, Completion> model) {
		ConverseGuardrail guardrail = ConverseGuardrail.of(request, this.guardrails);
		if (guardrail == null) {
			return respond(model.apply(request), request);
		}
		ObjectNode admitted = guardrail.admit(request);
		Completion answer = (admitted == null) ? guardrail.refusal()
				: guardrail.release(model.apply(admitted), this.stream);
		return respond(answer, request);
	}

	private WireResponse respond(Completion answer, ObjectNode request) {
		ObjectNode additional = additionalFields(answer, request);
		if (this.stream) {
			return WireResponse.stream(OperationResponses.CONVERSE_HEADERS, ConverseStreamEvents.of(answer, additional),
					this.pacing);
		}
		ObjectNode message = Json.object().put("role", "assistant");
		message.set("content", answer.content());
		ObjectNode output = Json.object();
		output.set("message", message);
		ObjectNode response = Json.object();
		response.set("output", output);
		response.put("stopReason", answer.stopReason());
		response.set("usage", answer.usage().toJson());
		response.set("metrics", Json.object().put("latencyMs", answer.latencyMs()));
		if (additional != null) {
			response.set("additionalModelResponseFields", additional);
		}
		response.setAll(answer.extras());
		List<Header> headers = new ArrayList<>(List.of(OperationResponses.JSON));
		headers.addAll(OperationResponses.counts(answer));
		return OperationResponses.delayed(WireResponse.unary(200, headers, Json.bytes(response)), this.pacing);
	}

	/**
	 * The only field beyond the common ones that the emulated model has is the stop
	 * sequence.
	 */
	private static @Nullable ObjectNode additionalFields(Completion answer, ObjectNode request) {
		for (JsonNode path : request.path("additionalModelResponseFieldPaths")) {
			if (path.asString("").equals("/stop_sequence")) {
				ObjectNode fields = Json.object();
				if (answer.stopSequence() != null) {
					return fields.put("stop_sequence", answer.stopSequence());
				}
				return fields.set("stop_sequence", NullNode.getInstance());
			}
		}
		return null;
	}

	private static ObjectNode readLeniently(byte[] body) {
		try {
			return (body.length > 0 && Json.read(body) instanceof ObjectNode object) ? object : Json.object();
		}
		catch (JacksonException ex) {
			return Json.object();
		}
	}

	private static Completion parse(JsonNode response) {
		JsonNode content = response.path("output").path("message").path("content");
		ObjectNode extras = Json.object();
		for (String member : List.of("trace", "performanceConfig", "serviceTier")) {
			if (response.has(member)) {
				extras.set(member, response.path(member));
			}
		}
		return new Completion((content instanceof ArrayNode blocks) ? blocks : Json.array(),
				response.path("stopReason").asString("end_turn"), null, Usage.read(response.path("usage")),
				response.path("metrics").path("latencyMs").asLong(1), extras);
	}

}
