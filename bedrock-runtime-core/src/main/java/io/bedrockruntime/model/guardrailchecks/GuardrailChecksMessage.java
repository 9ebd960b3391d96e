package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Guardrail checks message.
 *
 * @param role the role
 * @param content the content
 * @since 0.1.0
 */
public record GuardrailChecksMessage(GuardrailChecksRole role,
		List<GuardrailChecksContentBlock> content) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param role the role
	 * @param content the content
	 */
	public GuardrailChecksMessage {
		Assert.notNull(role, "'role' must not be null");
		Assert.notNull(content, "'content' must not be null");
		content = List.copyOf(content);
	}

}
