package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Request to assess content with a guardrail, without a model.
 *
 * @param guardrailIdentifier the guardrail's identifier or ARN
 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
 * @param source the source of the content, a user or a model
 * @param content the content to assess
 * @param outputScope the scope of the returned assessment, {@code INTERVENTIONS} if
 * absent
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html">ApplyGuardrail</a>
 */
public record ApplyGuardrailRequest(@JsonIgnore String guardrailIdentifier, @JsonIgnore String guardrailVersion,
		GuardrailContentSource source, List<GuardrailContentBlock> content,
		@Nullable GuardrailOutputScope outputScope) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param guardrailIdentifier the guardrail's identifier or ARN
	 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
	 * @param source the source of the content, a user or a model
	 * @param content the content to assess
	 * @param outputScope the scope of the returned assessment, {@code INTERVENTIONS} if
	 * absent
	 */
	public ApplyGuardrailRequest {
		Assert.hasText(guardrailIdentifier, "'guardrailIdentifier' must not be empty");
		Assert.hasText(guardrailVersion, "'guardrailVersion' must not be empty");
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(content, "'content' must not be null");
		content = List.copyOf(content);
	}

	/**
	 * Return an instance with only the required components.
	 * @param guardrailIdentifier the guardrail's identifier or ARN
	 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
	 * @param source the source of the content, a user or a model
	 * @param content the content to assess
	 * @return the new record
	 */
	public static ApplyGuardrailRequest of(String guardrailIdentifier, String guardrailVersion,
			GuardrailContentSource source, List<GuardrailContentBlock> content) {
		return new ApplyGuardrailRequest(guardrailIdentifier, guardrailVersion, source, content, null);
	}

	/**
	 * Return an instance with only the required components.
	 * @param guardrailIdentifier the guardrail's identifier or ARN
	 * @param guardrailVersion the guardrail's version, a number or {@code DRAFT}
	 * @param source the source of the content, a user or a model
	 * @param content the content to assess
	 * @return the new record
	 */
	public static ApplyGuardrailRequest of(String guardrailIdentifier, String guardrailVersion,
			GuardrailContentSource source, GuardrailContentBlock... content) {
		return of(guardrailIdentifier, guardrailVersion, source, List.of(content));
	}

	/**
	 * Return a copy with another {@code outputScope}.
	 * @param outputScope the scope of the returned assessment, {@code INTERVENTIONS} if
	 * absent
	 * @return the copy
	 */
	public ApplyGuardrailRequest withOutputScope(@Nullable GuardrailOutputScope outputScope) {
		return new ApplyGuardrailRequest(this.guardrailIdentifier, this.guardrailVersion, this.source, this.content,
				outputScope);
	}

}
