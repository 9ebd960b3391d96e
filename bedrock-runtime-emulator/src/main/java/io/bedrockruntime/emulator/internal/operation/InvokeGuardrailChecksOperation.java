package io.bedrockruntime.emulator.internal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailUnits;
import io.bedrockruntime.emulator.internal.guardrail.HarmfulWordList;
import io.bedrockruntime.emulator.internal.guardrail.PersonalData;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handler of InvokeGuardrailChecks: scores without a guardrail, and without any action.
 */
public final class InvokeGuardrailChecksOperation implements OperationHandler {

	/** Confidence of a pattern match, which does not consider the meaning. */
	private static final double CONFIDENCE = 0.99;

	private final RequestValidator validator;

	public InvokeGuardrailChecksOperation(RequestValidator validator) {
		this.validator = validator;
	}

	@Override
	public WireResponse handle(OperationCall call) {
		ObjectNode request = this.validator.validate(call.operation().input(), call.request().body());
		JsonNode messages = request.path("messages");
		JsonNode checks = request.path("checks");
		check(messages, checks);
		ObjectNode results = Json.object();
		ObjectNode usage = Json.object();
		String all = text(messages, (role) -> true);
		if (checks.path("contentFilter").isObject()) {
			results.set("contentFilter", scores(checks.path("contentFilter"), all));
			usage.set("contentFilter", units(all));
		}
		if (checks.path("promptAttack").isObject()) {
			// The application's own messages are not attacks.
			String asked = text(messages, (role) -> role.equals("user"));
			results.set("promptAttack", scores(checks.path("promptAttack"), asked));
			usage.set("promptAttack", units(all));
		}
		if (checks.path("sensitiveInformation").isObject()) {
			results.set("sensitiveInformation", entities(checks.path("sensitiveInformation"), messages));
			usage.set("sensitiveInformation", units(all));
		}
		ObjectNode response = Json.object();
		response.set("results", results);
		response.set("usage", usage);
		return WireResponse.unary(200, List.of(OperationResponses.JSON), Json.bytes(response));
	}

	private static void check(JsonNode messages, JsonNode checks) {
		requireSome(messages, "messages");
		int position = 0;
		for (JsonNode message : messages) {
			requireSome(message.path("content"), "messages." + ++position + ".member.content");
		}
		if (checks.isEmpty()) {
			throw ServiceErrorException
				.validation("The checks field of the request does not name a check. Add one to it.");
		}
		for (String check : List.of("contentFilter", "promptAttack")) {
			if (checks.path(check).isObject()) {
				requireSome(checks.path(check).path("categories"), "checks." + check + ".categories");
			}
		}
		if (checks.path("sensitiveInformation").isObject()) {
			requireSome(checks.path("sensitiveInformation").path("entities"), "checks.sensitiveInformation.entities");
		}
	}

	private static void requireSome(JsonNode list, String path) {
		if (list.isEmpty()) {
			throw ServiceErrorException.validation("1 validation error detected: Value at '" + path
					+ "' failed to satisfy constraint: Member must have length greater than or equal to 1");
		}
	}

	private static ObjectNode scores(JsonNode check, String text) {
		ArrayNode entries = Json.array();
		for (JsonNode config : check.path("categories")) {
			String category = config.path("category").asString("");
			entries.add(Json.object()
				.put("category", category)
				.put("severityScore", HarmfulWordList.confidence(text, category).score()));
		}
		ObjectNode result = Json.object();
		result.set("results", entries);
		return result;
	}

	private static ObjectNode entities(JsonNode check, JsonNode messages) {
		List<GuardrailDefinition.Entity> entities = new ArrayList<>();
		check.path("entities")
			.values()
			.forEach((entity) -> entities.add(new GuardrailDefinition.Entity(entity.path("type").asString(""),
					GuardrailDefinition.Treatment.NONE, List.of())));
		ArrayNode entries = Json.array();
		for (int message = 0; message < messages.size(); message++) {
			JsonNode content = messages.path(message).path("content");
			for (int block = 0; block < content.size(); block++) {
				String text = content.path(block).path("text").asString("");
				for (PersonalData.Found found : PersonalData.find(text, entities)) {
					entries.add(Json.object()
						.put("type", found.entity().type())
						.put("confidenceScore", CONFIDENCE)
						.put("beginOffset", text.codePointCount(0, found.span().begin()))
						.put("endOffset", text.codePointCount(0, found.span().end()))
						.put("messageIndex", message)
						.put("contentIndex", block));
				}
			}
		}
		ObjectNode result = Json.object();
		result.set("results", entries);
		return result.put("truncated", false);
	}

	private static ObjectNode units(String text) {
		return Json.object().put("textUnits", GuardrailUnits.of(text.length()));
	}

	private static String text(JsonNode messages, Predicate<String> roles) {
		StringBuilder text = new StringBuilder();
		for (JsonNode message : messages) {
			if (roles.test(message.path("role").asString(""))) {
				message.path("content")
					.values()
					.forEach(
							(block) -> text.append(text.isEmpty() ? "" : "\n").append(block.path("text").asString("")));
			}
		}
		return text.toString();
	}

}
