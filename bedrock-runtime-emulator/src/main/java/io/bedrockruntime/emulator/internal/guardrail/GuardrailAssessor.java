package io.bedrockruntime.emulator.internal.guardrail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.bedrockruntime.emulator.internal.support.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Single assessment of a request or a response by one guardrail.
 */
public final class GuardrailAssessor {

	private final GuardrailDefinition guardrail;

	private final GuardrailDefinition.Policies policies;

	private final boolean input;

	/** Whether policies without a finding are reported as well. */
	private final boolean full;

	private final ObjectNode assessment = Json.object();

	private GuardrailVerdict.Action action = GuardrailVerdict.Action.NONE;

	public GuardrailAssessor(GuardrailDefinition guardrail, boolean input, boolean full) {
		this.guardrail = guardrail;
		this.policies = guardrail.policies();
		this.input = input;
		this.full = full;
	}

	public GuardrailVerdict assess(List<GuardedText> texts, int images, String region) {
		List<String> guarded = texts.stream().filter(GuardedText::isGuarded).map(GuardedText::text).toList();
		String all = String.join("\n", guarded);
		topics(all);
		contentFilters(all);
		words(all);
		List<String> masked = new SensitiveInformation(this.policies).mask(guarded, this.full, this.assessment,
				this::record);
		String source = joined(texts, (text) -> text.is("grounding_source"));
		String query = joined(texts, (text) -> text.is("query"));
		if (!this.input) {
			grounding(all, source, query);
		}
		GuardrailUnits units = new GuardrailUnits(this.policies, texts, images, !this.input);
		ObjectNode metrics = Json.object().put("guardrailProcessingLatency", units.latencyMs());
		metrics.set("usage", units.usage());
		metrics.set("guardrailCoverage", units.coverage());
		this.assessment.set("invocationMetrics", metrics);
		this.assessment.set("appliedGuardrailDetails", details(region));
		return new GuardrailVerdict(this.action, masked, this.assessment, units.usage(), units.coverage());
	}

	private void topics(String text) {
		ArrayNode topics = Json.array();
		for (GuardrailDefinition.Topic topic : this.policies.topics()) {
			boolean detected = topic.words().stream().anyMatch((word) -> WordMatcher.contains(text, word));
			if (detected || this.full) {
				topics.add(found(Json.object().put("name", topic.name()).put("type", "DENY"), detected));
			}
		}
		put("topicPolicy", "topics", topics);
	}

	private void contentFilters(String text) {
		ArrayNode filters = Json.array();
		for (GuardrailDefinition.ContentFilter filter : this.policies.contentFilters()) {
			String strength = (this.input ? filter.input() : filter.output()).value();
			HarmfulWordList.Confidence confidence = filter.words()
				.stream()
				.anyMatch((word) -> WordMatcher.contains(text, word)) ? HarmfulWordList.Confidence.HIGH
						: HarmfulWordList.confidence(text, filter.type().value());
			boolean detected = confidence.isEnoughFor(strength);
			boolean enabled = !strength.equals("NONE");
			if (detected || (this.full && enabled)) {
				filters.add(found(Json.object()
					.put("type", filter.type().value())
					.put("confidence", confidence.name())
					.put("filterStrength", strength), detected));
			}
		}
		put("contentPolicy", "filters", filters);
	}

	private void words(String text) {
		ArrayNode custom = Json.array();
		this.policies.words()
			.forEach((word) -> WordMatcher.find(text, word)
				.stream()
				.findFirst()
				.ifPresent((span) -> custom.add(found(Json.object().put("match", span.in(text)), true))));
		ArrayNode managed = Json.array();
		if (this.policies.profanity()) {
			HarmfulWordList.PROFANITY.forEach((word) -> WordMatcher.find(text, word)
				.stream()
				.findFirst()
				.ifPresent((span) -> managed
					.add(found(Json.object().put("match", span.in(text)).put("type", "PROFANITY"), true))));
		}
		if (!custom.isEmpty() || !managed.isEmpty()) {
			ObjectNode policy = Json.object();
			policy.set("customWords", custom);
			policy.set("managedWordLists", managed);
			this.assessment.set("wordPolicy", policy);
		}
	}

	private void grounding(String response, String source, String query) {
		ArrayNode filters = Json.array();
		if (!source.isEmpty()) {
			filter("GROUNDING", this.policies.grounding(),
					WordMatcher.share(WordMatcher.meaningful(response), WordMatcher.meaningful(source)), filters);
		}
		if (!query.isEmpty()) {
			filter("RELEVANCE", this.policies.relevance(),
					WordMatcher.share(WordMatcher.meaningful(query), WordMatcher.meaningful(response)), filters);
		}
		put("contextualGroundingPolicy", "filters", filters);
	}

	private void filter(String type, @Nullable Double threshold, double score, ArrayNode filters) {
		if (threshold != null) {
			boolean detected = score < threshold;
			filters
				.add(found(Json.object().put("type", type).put("threshold", threshold).put("score", score), detected));
		}
	}

	private ObjectNode found(ObjectNode entry, boolean detected) {
		if (detected) {
			record(GuardrailVerdict.Action.BLOCKED);
		}
		return entry.put("action", detected ? "BLOCKED" : "NONE").put("detected", detected);
	}

	private void record(GuardrailVerdict.Action action) {
		if (action.compareTo(this.action) > 0) {
			this.action = action;
		}
	}

	private void put(String policy, String member, ArrayNode entries) {
		if (!entries.isEmpty()) {
			ObjectNode value = Json.object();
			value.set(member, entries);
			this.assessment.set(policy, value);
		}
	}

	private ObjectNode details(String region) {
		ObjectNode details = Json.object()
			.put("guardrailId", this.guardrail.id())
			.put("guardrailVersion", this.guardrail.version())
			.put("guardrailArn", GuardrailRegistry.arn(this.guardrail.id(), region));
		details.set("guardrailOrigin", Json.array().add("REQUEST"));
		return details.put("guardrailOwnership", "SELF");
	}

	private static String joined(List<GuardedText> texts, Predicate<GuardedText> which) {
		List<String> chosen = new ArrayList<>();
		texts.stream().filter(which).forEach((text) -> chosen.add(text.text()));
		return chosen.stream().collect(Collectors.joining("\n"));
	}

}
