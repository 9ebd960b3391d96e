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
		ObjectNode converse = input.path("converse").isObject() ? (ObjectNode) input.path("converse")
				: invokeModel(modelId, input.path("invokeModel").path("body").asString(""));
		if (input.path("converse").isObject()) {
			ConverseRules.check(modelId, converse);
		}
		return WireResponse.unary(200, List.of(StreamResponses.JSON),
				Json.bytes(Json.object().put("inputTokens", InputTokens.weigh(converse))));
	}

	private static ObjectNode invokeModel(ModelId modelId, String base64) {
		ObjectNode body = InvokeModelOperation.body(Base64.getDecoder().decode(base64));
		return InvokeModelFormat.of(modelId, body).toConverse(body);
	}

}
