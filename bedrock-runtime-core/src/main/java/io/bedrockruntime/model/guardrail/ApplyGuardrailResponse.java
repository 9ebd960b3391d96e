package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a guardrail found in content.
 *
 * @param usage how many units the policies charged
 * @param action whether the guardrail intervened
 * @param outputs the content as the guardrail changed it, or its prepared message
 * @param assessments what each policy found
 * @param actionReason why the guardrail acted as it did
 * @param guardrailCoverage how much of the content was assessed
 * @param responseMetadata what came with the response besides this shape, {@code null} if
 * it did not come from the service
 * @since 0.1.0
 */
public record ApplyGuardrailResponse(GuardrailUsage usage, GuardrailAction action, List<GuardrailOutputContent> outputs,
		List<GuardrailAssessment> assessments, @Nullable String actionReason,
		@Nullable GuardrailCoverage guardrailCoverage,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param usage how many units the policies charged
	 * @param action whether the guardrail intervened
	 * @param outputs the content as the guardrail changed it, or its prepared message
	 * @param assessments what each policy found
	 * @param actionReason why the guardrail acted as it did
	 * @param guardrailCoverage how much of the content was assessed
	 * @param responseMetadata what came with the response besides this shape,
	 * {@code null} if it did not come from the service
	 */
	public ApplyGuardrailResponse {
		Assert.notNull(usage, "'usage' must not be null");
		Assert.notNull(action, "'action' must not be null");
		Assert.notNull(outputs, "'outputs' must not be null");
		outputs = List.copyOf(outputs);
		Assert.notNull(assessments, "'assessments' must not be null");
		assessments = List.copyOf(assessments);
	}

	/**
	 * Create one without response metadata.
	 * @param usage how many units the policies charged
	 * @param action whether the guardrail intervened
	 * @param outputs the content as the guardrail changed it, or its prepared message
	 * @param assessments what each policy found
	 * @param actionReason why the guardrail acted as it did
	 * @param guardrailCoverage how much of the content was assessed
	 */
	public ApplyGuardrailResponse(GuardrailUsage usage, GuardrailAction action, List<GuardrailOutputContent> outputs,
			List<GuardrailAssessment> assessments, @Nullable String actionReason,
			@Nullable GuardrailCoverage guardrailCoverage) {
		this(usage, action, outputs, assessments, actionReason, guardrailCoverage, null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public ApplyGuardrailResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new ApplyGuardrailResponse(this.usage, this.action, this.outputs, this.assessments, this.actionReason,
				this.guardrailCoverage, responseMetadata);
	}

}
