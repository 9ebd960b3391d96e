package io.bedrockruntime.samples.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bedrockruntime.model.EnumValue;
import io.bedrockruntime.model.guardrail.GuardrailAssessment;
import io.bedrockruntime.model.guardrail.GuardrailTraceAssessment;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a guardrail that led to an action. Text that it found in a response is not
 * included, as the guardrail may have removed it.
 *
 * @param where {@code input} or {@code output}
 * @param policy the policy of the guardrail
 * @param name the name in the policy, or the word that was found
 * @param action the action, as named by AWS
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GuardrailFinding(String where, String policy, @Nullable String name, String action) {

	static List<GuardrailFinding> of(GuardrailTraceAssessment trace) {
		Findings input = new Findings("input");
		Findings output = new Findings("output");
		if (trace.inputAssessment() != null) {
			trace.inputAssessment().values().forEach(input::add);
		}
		if (trace.outputAssessments() != null) {
			trace.outputAssessments().values().stream().flatMap(Collection::stream).forEach(output::add);
		}
		return Stream.of(input, output).flatMap((findings) -> findings.found.stream()).distinct().toList();
	}

	boolean isBlocked() {
		return this.action.equals("BLOCKED");
	}

	private static final class Findings {

		private final List<GuardrailFinding> found = new ArrayList<>();

		private final String where;

		private Findings(String where) {
			this.where = where;
		}

		private void add(GuardrailAssessment assessment) {
			if (assessment.topicPolicy() != null) {
				assessment.topicPolicy().topics().forEach((topic) -> add("topic", topic.name(), topic.action()));
			}
			if (assessment.contentPolicy() != null) {
				assessment.contentPolicy()
					.filters()
					.forEach((filter) -> add("content", filter.type().value(), filter.action()));
			}
			if (assessment.wordPolicy() != null) {
				assessment.wordPolicy()
					.customWords()
					.forEach((word) -> add("word", this.where.equals("input") ? word.match() : null, word.action()));
				assessment.wordPolicy()
					.managedWordLists()
					.forEach((word) -> add("wordList", word.type().value(), word.action()));
			}
			if (assessment.sensitiveInformationPolicy() != null) {
				assessment.sensitiveInformationPolicy()
					.piiEntities()
					.forEach((entity) -> add("pii", entity.type().value(), entity.action()));
				assessment.sensitiveInformationPolicy()
					.regexes()
					.forEach((regex) -> add("pattern", regex.name(), regex.action()));
			}
			if (assessment.contextualGroundingPolicy() != null
					&& assessment.contextualGroundingPolicy().filters() != null) {
				assessment.contextualGroundingPolicy()
					.filters()
					.forEach((filter) -> add("grounding", filter.type().value(), filter.action()));
			}
		}

		private void add(String policy, @Nullable String name, EnumValue action) {
			if (!action.value().equals("NONE")) {
				this.found.add(new GuardrailFinding(this.where, policy, name, action.value()));
			}
		}

	}

}
