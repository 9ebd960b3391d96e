package io.bedrockruntime.emulator.internal.operation;

import java.util.Base64;
import java.util.List;

import io.bedrockruntime.emulator.internal.format.InvokeModelFormat;
import io.bedrockruntime.emulator.internal.format.media.NonConversationalFormat;
import io.bedrockruntime.emulator.internal.model.InputTokens;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.validation.ConverseRules;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handler of CountTokens: the input tokens that the usage of the same request would
 * report.
 */
public final class CountTokensOperation implements OperationHandler {

	private final RequestValidator validator;

	public CountTokensOperation(RequestValidator validator) {
		this.validator = validator;
	}

	@Override
	public WireResponse handle(OperationCall call) {
		ModelId modelId = call.modelId();
		ObjectNode request = this.validator.validate(call.operation().input(), call.request().body());
		JsonNode input = request.path("input");
		return WireResponse.unary(200, List.of(OperationResponses.JSON),
				Json.bytes(Json.object().put("inputTokens", count(modelId, input))));
	}

	private static int count(ModelId modelId, JsonNode input) {
		if (input.path("converse") instanceof ObjectNode converse) {
			ConverseRules.check(modelId, converse);
			return InputTokens.weigh(converse);
		}
		ObjectNode body = InvokeModelOperation
			.body(Base64.getDecoder().decode(input.path("invokeModel").path("body").asString("")));
		NonConversationalFormat direct = NonConversationalFormat.of(modelId);
		return (direct != null) ? direct.inputTokens(body)
				: InputTokens.weigh(InvokeModelFormat.conversation(InvokeModelFormat.of(modelId, body), body));
	}

}
