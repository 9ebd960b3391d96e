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
 * Guardrail trace assessment.
 *
 * @param modelOutput the model output
 * @param inputAssessment the input assessment
 * @param outputAssessments the output assessments
 * @param actionReason the action reason
 * @since 0.1.0
 */
public record GuardrailTraceAssessment(@Sensitive @Nullable List<String> modelOutput,
		@Nullable Map<String, GuardrailAssessment> inputAssessment,
		@Nullable Map<String, List<GuardrailAssessment>> outputAssessments,
		@Nullable String actionReason) implements Structure {

	/**
	 * Copy what could change.
	 * @param modelOutput the model output
	 * @param inputAssessment the input assessment
	 * @param outputAssessments the output assessments
	 * @param actionReason the action reason
	 */
	public GuardrailTraceAssessment {
		modelOutput = (modelOutput != null) ? List.copyOf(modelOutput) : null;
		inputAssessment = (inputAssessment != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(inputAssessment))
				: null;
		outputAssessments = (outputAssessments != null)
				? Collections.unmodifiableMap(new LinkedHashMap<>(outputAssessments)) : null;
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
