package io.bedrockruntime.model.guardrail;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Assessments of a guardrail in a call.
 *
 * @param modelOutput the output of the model before the guardrail changed it
 * @param inputAssessment the assessment of the input, by guardrail
 * @param outputAssessments the assessments of the output, by guardrail
 * @param actionReason the reason for the guardrail's action
 * @since 0.1.0
 */
public record GuardrailTraceAssessment(@Sensitive @Nullable List<String> modelOutput,
		@Nullable Map<String, GuardrailAssessment> inputAssessment,
		@Nullable Map<String, List<GuardrailAssessment>> outputAssessments,
		@Nullable String actionReason) implements Structure {

	/**
	 * Make defensive copies.
	 * @param modelOutput the output of the model before the guardrail changed it
	 * @param inputAssessment the assessment of the input, by guardrail
	 * @param outputAssessments the assessments of the output, by guardrail
	 * @param actionReason the reason for the guardrail's action
	 */
	public GuardrailTraceAssessment {
		modelOutput = (modelOutput != null) ? List.copyOf(modelOutput) : null;
		inputAssessment = (inputAssessment != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(inputAssessment))
				: null;
		if (outputAssessments != null) {
			Map<String, List<GuardrailAssessment>> copies = new LinkedHashMap<>();
			outputAssessments.forEach((guardrail, assessments) -> copies.put(guardrail, List.copyOf(assessments)));
			outputAssessments = Collections.unmodifiableMap(copies);
		}
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
