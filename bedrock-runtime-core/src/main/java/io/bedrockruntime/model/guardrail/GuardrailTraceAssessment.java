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
 * What a guardrail did in a call.
 *
 * @param modelOutput what the model said before the guardrail changed it
 * @param inputAssessment the assessment of what went in, by guardrail
 * @param outputAssessments the assessments of what came out, by guardrail
 * @param actionReason why the guardrail acted as it did
 * @since 0.1.0
 */
public record GuardrailTraceAssessment(@Sensitive @Nullable List<String> modelOutput,
		@Nullable Map<String, GuardrailAssessment> inputAssessment,
		@Nullable Map<String, List<GuardrailAssessment>> outputAssessments,
		@Nullable String actionReason) implements Structure {

	/**
	 * Copy what could change.
	 * @param modelOutput what the model said before the guardrail changed it
	 * @param inputAssessment the assessment of what went in, by guardrail
	 * @param outputAssessments the assessments of what came out, by guardrail
	 * @param actionReason why the guardrail acted as it did
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
