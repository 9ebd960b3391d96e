package io.bedrockruntime.emulator.internal.guardrail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition.Treatment;
import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sensitive information policy of a guardrail: personal data and patterns.
 */
final class SensitiveInformation {

	private final GuardrailDefinition.Policies policies;

	private final ArrayNode entities = Json.array();

	private final ArrayNode regexes = Json.array();

	private final Set<String> reported = new HashSet<>();

	SensitiveInformation(GuardrailDefinition.Policies policies) {
		this.policies = policies;
	}

	/** Return the texts masked, and report the findings and their actions. */
	List<String> mask(List<String> texts, boolean full, ObjectNode assessment,
			Consumer<GuardrailVerdict.Action> action) {
		List<String> masked = new ArrayList<>();
		for (String text : texts) {
			masked.add(patterns(entities(text, action), action));
		}
		if (full) {
			addNotFound();
		}
		if (!this.entities.isEmpty() || !this.regexes.isEmpty()) {
			ObjectNode policy = Json.object();
			policy.set("piiEntities", this.entities);
			policy.set("regexes", this.regexes);
			assessment.set("sensitiveInformationPolicy", policy);
		}
		return masked;
	}

	private String entities(String text, Consumer<GuardrailVerdict.Action> action) {
		StringBuilder masked = new StringBuilder();
		int end = 0;
		for (PersonalData.Found found : PersonalData.find(text, this.policies.entities())) {
			GuardrailDefinition.Entity entity = found.entity();
			String match = found.span().in(text);
			record(entity.treatment(), action);
			if (this.reported.add(entity.type() + "/" + match)) {
				this.entities.add(Json.object()
					.put("match", match)
					.put("type", entity.type())
					.put("action", entity.treatment().name())
					.put("detected", true));
			}
			masked.append(text, end, found.span().begin());
			masked.append((entity.treatment() == Treatment.ANONYMIZED) ? "{" + entity.type() + "}" : match);
			end = found.span().end();
		}
		return masked.append(text.substring(end)).toString();
	}

	private String patterns(String text, Consumer<GuardrailVerdict.Action> action) {
		String masked = text;
		for (GuardrailDefinition.Regex regex : this.policies.regexes()) {
			StringBuilder next = new StringBuilder();
			int end = 0;
			for (WordMatcher.Span span : WordMatcher.find(masked, regex.pattern())) {
				String match = span.in(masked);
				record(regex.treatment(), action);
				if (this.reported.add(regex.name() + "//" + match)) {
					this.regexes.add(Json.object()
						.put("name", regex.name())
						.put("match", match)
						.put("regex", regex.pattern().pattern())
						.put("action", regex.treatment().name())
						.put("detected", true));
				}
				next.append(masked, end, span.begin());
				next.append((regex.treatment() == Treatment.ANONYMIZED) ? "{" + regex.name() + "}" : match);
				end = span.end();
			}
			masked = next.append(masked.substring(end)).toString();
		}
		return masked;
	}

	private void addNotFound() {
		for (GuardrailDefinition.Entity entity : this.policies.entities()) {
			if (this.entities.valueStream()
				.noneMatch((entry) -> entry.path("type").asString("").equals(entity.type()))) {
				this.entities.add(Json.object()
					.put("match", "")
					.put("type", entity.type())
					.put("action", "NONE")
					.put("detected", false));
			}
		}
	}

	private static void record(Treatment treatment, Consumer<GuardrailVerdict.Action> action) {
		if (treatment != Treatment.NONE) {
			action.accept((treatment == Treatment.BLOCKED) ? GuardrailVerdict.Action.BLOCKED
					: GuardrailVerdict.Action.MASKED);
		}
	}

}
