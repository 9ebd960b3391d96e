package io.bedrockruntime.model.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * An image that a guardrail assesses.
 *
 * @param format the format
 * @param source the bytes or their location
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record GuardrailConverseImageBlock(GuardrailConverseImageFormat format, GuardrailConverseImageSource source,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param format the format
	 * @param source the bytes or their location
	 * @param unknownMembers members that this version does not know
	 */
	public GuardrailConverseImageBlock {
		Assert.notNull(format, "'format' must not be null");
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param format the format
	 * @param source the bytes or their location
	 */
	public GuardrailConverseImageBlock(GuardrailConverseImageFormat format, GuardrailConverseImageSource source) {
		this(format, source, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
