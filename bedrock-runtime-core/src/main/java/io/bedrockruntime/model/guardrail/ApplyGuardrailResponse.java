package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Result of the assessment of content by a guardrail.
 *
 * @param usage the units that the policies charged
 * @param action whether the guardrail intervened
 * @param outputs the content as changed by the guardrail, or the guardrail's configured
 * message
 * @param assessments the findings of each policy
 * @param actionReason the reason for the guardrail's action
 * @param guardrailCoverage the amount of content that was assessed
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record ApplyGuardrailResponse(GuardrailUsage usage, GuardrailAction action, List<GuardrailOutputContent> outputs,
		List<GuardrailAssessment> assessments, @Nullable String actionReason,
		@Nullable GuardrailCoverage guardrailCoverage,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param usage the units that the policies charged
	 * @param action whether the guardrail intervened
	 * @param outputs the content as changed by the guardrail, or the guardrail's
	 * configured message
	 * @param assessments the findings of each policy
	 * @param actionReason the reason for the guardrail's action
	 * @param guardrailCoverage the amount of content that was assessed
	 * @param responseMetadata the metadata of the response, {@code null} if the response
	 * did not come from the service
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
	 * Create an instance without response metadata.
	 * @param usage the units that the policies charged
	 * @param action whether the guardrail intervened
	 * @param outputs the content as changed by the guardrail, or the guardrail's
	 * configured message
	 * @param assessments the findings of each policy
	 * @param actionReason the reason for the guardrail's action
	 * @param guardrailCoverage the amount of content that was assessed
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
