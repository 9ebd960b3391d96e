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
 * Handler of Converse and ConverseStream.
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
	public WireResponse handle(OperationCall call) {
		ModelId modelId = call.modelId();
		ObjectNode request = this.validator.validate(call.operation().input(), call.request().body());
		ConverseRules.check(modelId, request);
		return guarded(request, (admitted) -> this.model.complete(new Conversation(modelId, admitted)));
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
			return (reply instanceof Reply.ToolUse toolUse) ? this.model.complete(conversation, toolUse)
					: this.model.complete(conversation, (Reply.Text) reply);
		});
	}

	private WireResponse guarded(ObjectNode request, Function<ObjectNode, Completion> model) {
		ConverseGuardrail guardrail = ConverseGuardrail.of(request, this.guardrails);
		if (guardrail == null) {
			return respond(model.apply(request), request);
		}
		ObjectNode admitted = guardrail.admit(request);
		Completion completion = (admitted == null) ? guardrail.refusal()
				: guardrail.release(model.apply(admitted), this.stream);
		return respond(completion, request);
	}

	private WireResponse respond(Completion completion, ObjectNode request) {
		ObjectNode additional = additionalFields(completion, request);
		if (this.stream) {
			return WireResponse.stream(OperationResponses.CONVERSE_HEADERS,
					ConverseStreamEvents.of(completion, additional), this.pacing);
		}
		ObjectNode message = Json.object().put("role", "assistant");
		message.set("content", completion.content());
		ObjectNode output = Json.object();
		output.set("message", message);
		ObjectNode response = Json.object();
		response.set("output", output);
		response.put("stopReason", completion.stopReason());
		response.set("usage", completion.usage().toJson());
		response.set("metrics", Json.object().put("latencyMs", completion.latencyMs()));
		if (additional != null) {
			response.set("additionalModelResponseFields", additional);
		}
		response.setAll(completion.extras());
		List<Header> headers = new ArrayList<>(List.of(OperationResponses.JSON));
		headers.addAll(OperationResponses.counts(completion));
		return OperationResponses.delayed(WireResponse.unary(200, headers, Json.bytes(response)), this.pacing);
	}

	/**
	 * Return the additional model response fields; the emulated model has only the stop
	 * sequence.
	 */
	private static @Nullable ObjectNode additionalFields(Completion completion, ObjectNode request) {
		for (JsonNode path : request.path("additionalModelResponseFieldPaths")) {
			if (path.asString("").equals("/stop_sequence")) {
				ObjectNode fields = Json.object();
				if (completion.stopSequence() != null) {
					return fields.put("stop_sequence", completion.stopSequence());
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
