package io.bedrockruntime.emulator.internal.operation;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.guardrail.GuardedText;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailAssessor;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailRegistry;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailVerdict;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handler of ApplyGuardrail.
 */
public final class ApplyGuardrailOperation implements OperationHandler {

	private final RequestValidator validator;

	private final GuardrailRegistry guardrails;

	public ApplyGuardrailOperation(RequestValidator validator, GuardrailRegistry guardrails) {
		this.validator = validator;
		this.guardrails = guardrails;
	}

	@Override
	public WireResponse handle(OperationCall call) {
		ObjectNode request = this.validator.validate(call.operation().input(), call.request().body());
		GuardrailDefinition guardrail = this.guardrails.find(call.labels().getOrDefault("guardrailIdentifier", ""),
				call.labels().getOrDefault("guardrailVersion", ""));
		if (guardrail == null) {
			throw ServiceErrorException.modelled(404, "ResourceNotFoundException",
					"The guardrail identifier or version provided in the request does not exist.");
		}
		boolean input = request.path("source").asString("").equals("INPUT");
		boolean full = request.path("outputScope").asString("").equals("FULL");
		List<GuardedText> texts = new ArrayList<>();
		int images = 0;
		for (JsonNode block : request.path("content")) {
			if (block.path("text").isObject()) {
				texts.add(GuardedText.read(block.path("text")));
			}
			else {
				images++;
			}
		}
		if (texts.isEmpty() && images == 0) {
			throw ServiceErrorException.validation("The content field of the request is empty. Add a block to it.");
		}
		GuardrailVerdict verdict = new GuardrailAssessor(guardrail, input, full).assess(texts, images,
				this.guardrails.region());
		return WireResponse.unary(200, List.of(OperationResponses.JSON),
				Json.bytes(response(verdict, guardrail.blockedMessage(input))));
	}

	private static ObjectNode response(GuardrailVerdict verdict, String blockedMessage) {
		ArrayNode outputs = Json.array();
		if (verdict.isBlocked()) {
			outputs.add(Json.object().put("text", blockedMessage));
		}
		else if (verdict.isMasked()) {
			verdict.texts().forEach((text) -> outputs.add(Json.object().put("text", text)));
		}
		ObjectNode response = Json.object();
		response.set("usage", verdict.usage());
		response.put("action", (verdict.action() == GuardrailVerdict.Action.NONE) ? "NONE" : "GUARDRAIL_INTERVENED");
		response.put("actionReason", verdict.action().reason());
		response.set("outputs", outputs);
		response.set("assessments", Json.array(verdict.assessment()));
		response.set("guardrailCoverage", verdict.coverage());
		return response;
	}

}
