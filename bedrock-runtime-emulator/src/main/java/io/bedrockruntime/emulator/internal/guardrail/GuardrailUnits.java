package io.bedrockruntime.emulator.internal.guardrail;

import java.util.List;

import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Billed usage of an assessment: units of a thousand characters for each policy.
 *
 * @param policies the policies
 * @param texts the assessed texts
 * @param images the number of images
 * @param grounded whether grounding was assessed
 */
public record GuardrailUnits(GuardrailDefinition.Policies policies, List<GuardedText> texts, int images,
		boolean grounded) {

	private static final int UNIT = 1000;

	public static int of(int characters) {
		return (characters + UNIT - 1) / UNIT;
	}

	ObjectNode usage() {
		int units = of(guarded());
		boolean grounding = this.grounded && (this.policies.grounding() != null || this.policies.relevance() != null)
				&& this.texts.stream().anyMatch((text) -> text.is("grounding_source") || text.is("query"));
		ObjectNode usage = Json.object()
			.put("topicPolicyUnits", this.policies.topics().isEmpty() ? 0 : units)
			.put("contentPolicyUnits", this.policies.contentFilters().isEmpty() ? 0 : units)
			.put("wordPolicyUnits", (this.policies.words().isEmpty() && !this.policies.profanity()) ? 0 : units)
			.put("sensitiveInformationPolicyUnits", this.policies.entities().isEmpty() ? 0 : units)
			.put("sensitiveInformationPolicyFreeUnits", this.policies.regexes().isEmpty() ? 0 : units)
			.put("contextualGroundingPolicyUnits", grounding ? of(total()) : 0);
		return usage.put("contentPolicyImageUnits", this.policies.contentFilters().isEmpty() ? 0 : this.images);
	}

	ObjectNode coverage() {
		ObjectNode coverage = Json.object();
		coverage.set("textCharacters", Json.object().put("guarded", guarded()).put("total", total()));
		if (this.images > 0) {
			coverage.set("images",
					Json.object()
						.put("guarded", this.policies.contentFilters().isEmpty() ? 0 : this.images)
						.put("total", this.images));
		}
		return coverage;
	}

	long latencyMs() {
		return 100L + total() / 10;
	}

	private int guarded() {
		return this.texts.stream().filter(GuardedText::isGuarded).mapToInt((text) -> text.text().length()).sum();
	}

	private int total() {
		return this.texts.stream().mapToInt((text) -> text.text().length()).sum();
	}

}
