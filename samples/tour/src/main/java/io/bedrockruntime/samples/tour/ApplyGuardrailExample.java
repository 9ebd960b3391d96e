package io.bedrockruntime.samples.tour;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailResponse;
import io.bedrockruntime.model.guardrail.GuardrailAssessment;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Assessment of a text by a guardrail, without a model.
 */
@Component
@Order(7)
class ApplyGuardrailExample implements OperationExample {

	private final BedrockRuntimeOperations bedrock;

	private final TourSettings settings;

	ApplyGuardrailExample(BedrockRuntimeOperations bedrock, TourSettings settings) {
		this.bedrock = bedrock;
		this.settings = settings;
	}

	@Override
	public String operation() {
		return "ApplyGuardrail";
	}

	@Override
	public String http() {
		return "POST /guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply";
	}

	@Override
	public @Nullable String missingProperty() {
		return this.settings.guardrailIdentifier().isBlank() ? "tour.guardrail-identifier" : null;
	}

	@Override
	public void run(Narrator narrator) {
		narrator.part("A question of a user");
		apply(narrator, GuardrailContentSource.INPUT, "Which stocks should I buy?");
		narrator.part("A message of a model");
		apply(narrator, GuardrailContentSource.OUTPUT, "Write to maria@example.com, she will help you.");
		narrator.part("A question that is allowed");
		apply(narrator, GuardrailContentSource.INPUT, "When does the shop open?");
	}

	private void apply(Narrator narrator, GuardrailContentSource source, String text) {
		narrator.asked(source + ": " + text);
		ApplyGuardrailResponse response = this.bedrock
			.applyGuardrail(ApplyGuardrailRequest.of(this.settings.guardrailIdentifier(),
					this.settings.guardrailVersion(), source, GuardrailContentBlock.text(text)));
		narrator.got("action: " + response.action());
		response.outputs().forEach((output) -> narrator.got("instead: " + output.text()));
		response.assessments().forEach((assessment) -> assessment(narrator, assessment));
		narrator.note("usage", "text units for topics: " + response.usage().topicPolicyUnits() + ", for personal data: "
				+ response.usage().sensitiveInformationPolicyUnits());
		narrator.facts(response.responseMetadata());
	}

	private static void assessment(Narrator narrator, GuardrailAssessment assessment) {
		if (assessment.topicPolicy() != null) {
			assessment.topicPolicy()
				.topics()
				.forEach((topic) -> narrator.note("because",
						"the topic '" + topic.name() + "' is denied: " + topic.action()));
		}
		if (assessment.sensitiveInformationPolicy() != null) {
			assessment.sensitiveInformationPolicy()
				.piiEntities()
				.forEach((entity) -> narrator.note("because",
						"'" + entity.match() + "' is personal, of type " + entity.type() + ": " + entity.action()));
		}
	}

}
