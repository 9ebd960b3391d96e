package io.bedrockruntime.emulator;

import java.util.Base64;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CountTokens: what the usage of the same request would say of its input.
 */
final class CountTokensOperation implements OperationHandler {

	private final RequestValidator validator;

	CountTokensOperation(RequestValidator validator) {
		this.validator = validator;
	}

	@Override
	public WireResponse answer(OperationCall call) {
		ModelId modelId = call.modelId();
		ObjectNode request = this.validator.validate(call.operation().input(), call.request().body());
		JsonNode input = request.path("input");
		return WireResponse.unary(200, List.of(StreamResponses.JSON),
				Json.bytes(Json.object().put("inputTokens", count(modelId, input))));
	}

	private static int count(ModelId modelId, JsonNode input) {
		if (input.path("converse") instanceof ObjectNode converse) {
			ConverseRules.check(modelId, converse);
			return InputTokens.weigh(converse);
		}
		ObjectNode body = InvokeModelOperation
			.body(Base64.getDecoder().decode(input.path("invokeModel").path("body").asString("")));
		DirectFormat direct = DirectFormat.of(modelId);
		return (direct != null) ? direct.inputTokens(body)
				: InputTokens.weigh(InvokeModelFormat.conversation(InvokeModelFormat.of(modelId, body), body));
	}

}
