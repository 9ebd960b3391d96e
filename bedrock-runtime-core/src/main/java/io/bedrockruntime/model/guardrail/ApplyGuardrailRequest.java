package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Apply guardrail request.
 *
 * @param guardrailIdentifier the guardrail identifier
 * @param guardrailVersion the guardrail version
 * @param source the source
 * @param content the content
 * @param outputScope the output scope
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html">ApplyGuardrail</a>
 */
public record ApplyGuardrailRequest(@JsonIgnore String guardrailIdentifier, @JsonIgnore String guardrailVersion,
		GuardrailContentSource source, List<GuardrailContentBlock> content,
		@Nullable GuardrailOutputScope outputScope) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param guardrailIdentifier the guardrail identifier
	 * @param guardrailVersion the guardrail version
	 * @param source the source
	 * @param content the content
	 * @param outputScope the output scope
	 */
	public ApplyGuardrailRequest {
		Assert.hasText(guardrailIdentifier, "'guardrailIdentifier' must not be empty");
		Assert.hasText(guardrailVersion, "'guardrailVersion' must not be empty");
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(content, "'content' must not be null");
		content = List.copyOf(content);
	}

	/**
	 * Return one with only what is required.
	 * @param guardrailIdentifier the guardrail identifier
	 * @param guardrailVersion the guardrail version
	 * @param source the source
	 * @param content the content
	 * @return the new record
	 */
	public static ApplyGuardrailRequest of(String guardrailIdentifier, String guardrailVersion,
			GuardrailContentSource source, List<GuardrailContentBlock> content) {
		return new ApplyGuardrailRequest(guardrailIdentifier, guardrailVersion, source, content, null);
	}

	/**
	 * Return a copy with another {@code outputScope}.
	 * @param outputScope the output scope
	 * @return the copy
	 */
	public ApplyGuardrailRequest withOutputScope(@Nullable GuardrailOutputScope outputScope) {
		return new ApplyGuardrailRequest(this.guardrailIdentifier, this.guardrailVersion, this.source, this.content,
				outputScope);
	}

}
