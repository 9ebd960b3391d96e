package io.bedrockruntime.emulator.guardrail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.PropertyTree;
import io.bedrockruntime.model.guardrail.GuardrailContentFilterStrength;
import io.bedrockruntime.model.guardrail.GuardrailContentFilterType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reader of guardrail definitions in the form of AWS's CreateGuardrail request.
 */
final class GuardrailFile {

	private GuardrailFile() {
	}

	static List<EmulatedGuardrail> read(Path file) {
		try {
			boolean properties = file.toString().endsWith(".properties");
			JsonNode root = properties ? PropertyTree.read(Files.readString(file))
					: Json.read(Files.readAllBytes(file));
			List<EmulatedGuardrail> guardrails = new ArrayList<>();
			if (root.isArray()) {
				root.values().forEach((definition) -> guardrails.add(guardrail(definition)));
			}
			else {
				guardrails.add(guardrail(root));
			}
			return guardrails;
		}
		catch (IOException | JacksonException ex) {
			throw new IllegalArgumentException("The guardrail file " + file + " could not be read as JSON");
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException(
					"A pattern of the guardrail file " + file + " is not a valid regular expression");
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Guardrail file " + file + ": " + ex.getMessage(), ex);
		}
	}

	private static EmulatedGuardrail guardrail(JsonNode definition) {
		EmulatedGuardrailBuilder builder = EmulatedGuardrail.builder(text(definition, "id"));
		if (definition.has("version")) {
			builder.version(text(definition, "version"));
		}
		builder.blockedMessages(text(definition, "blockedInputMessaging"), text(definition, "blockedOutputsMessaging"));
		for (JsonNode topic : definition.path("topicPolicyConfig").path("topicsConfig")) {
			builder.deniedTopic(text(topic, "name"), texts(topic.path("examples")).toArray(String[]::new));
		}
		for (JsonNode filter : definition.path("contentPolicyConfig").path("filtersConfig")) {
			builder.contentFilter(
					known(GuardrailContentFilterType.of(text(filter, "type")), GuardrailContentFilterType.values()),
					strength(filter, "inputStrength"), strength(filter, "outputStrength"), List.of());
		}
		JsonNode words = definition.path("wordPolicyConfig");
		words.path("wordsConfig").values().forEach((word) -> builder.blockedWords(text(word, "text")));
		if (!words.path("managedWordListsConfig").isEmpty()) {
			builder.profanity();
		}
		sensitiveInformation(definition.path("sensitiveInformationPolicyConfig"), builder);
		for (JsonNode filter : definition.path("contextualGroundingPolicyConfig").path("filtersConfig")) {
			double threshold = filter.path("threshold").asDouble(0);
			if (text(filter, "type").equals("GROUNDING")) {
				builder.grounding(threshold);
			}
			else {
				builder.relevance(threshold);
			}
		}
		return builder.build();
	}

	private static void sensitiveInformation(JsonNode config, EmulatedGuardrailBuilder builder) {
		for (JsonNode entity : config.path("piiEntitiesConfig")) {
			builder.entity(text(entity, "type"), treatment(entity), texts(entity.path("values")));
		}
		for (JsonNode regex : config.path("regexesConfig")) {
			builder.regex(text(regex, "name"), text(regex, "pattern"), treatment(regex));
		}
	}

	private static GuardrailDefinition.Treatment treatment(JsonNode config) {
		GuardrailDefinition.Treatment treatment = GuardrailDefinition.Treatment.of(text(config, "action"));
		if (treatment == null) {
			throw new IllegalArgumentException("'action' must be BLOCK, ANONYMIZE or NONE");
		}
		return treatment;
	}

	private static GuardrailContentFilterStrength strength(JsonNode filter, String member) {
		return known(GuardrailContentFilterStrength.of(text(filter, member)), GuardrailContentFilterStrength.values());
	}

	private static <T> T known(T value, List<T> values) {
		if (!values.contains(value)) {
			throw new IllegalArgumentException(value + " is not one of " + values);
		}
		return value;
	}

	private static String text(JsonNode node, String member) {
		if (!node.path(member).isString()) {
			throw new IllegalArgumentException("'" + member + "' is missing");
		}
		return node.path(member).asString("");
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map((text) -> text.asString("")).toList();
	}

}
