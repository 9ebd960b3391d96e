package io.bedrockruntime.model.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Text of a message that a guardrail assesses.
 *
 * @param text the text
 * @param qualifiers the roles of the text for the guardrail
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record GuardrailConverseTextBlock(@Sensitive String text,
		@Nullable List<GuardrailConverseContentQualifier> qualifiers,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param text the text
	 * @param qualifiers the roles of the text for the guardrail
	 * @param unknownMembers members that this version does not know
	 */
	public GuardrailConverseTextBlock {
		Assert.notNull(text, "'text' must not be null");
		qualifiers = (qualifiers != null) ? List.copyOf(qualifiers) : null;
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param text the text
	 * @param qualifiers the roles of the text for the guardrail
	 */
	public GuardrailConverseTextBlock(String text, @Nullable List<GuardrailConverseContentQualifier> qualifiers) {
		this(text, qualifiers, Map.of());
	}

	/**
	 * Return an instance with only the required components.
	 * @param text the text
	 * @return the new record
	 */
	public static GuardrailConverseTextBlock of(String text) {
		return new GuardrailConverseTextBlock(text, null);
	}

	/**
	 * Return a copy with another {@code qualifiers}.
	 * @param qualifiers the roles of the text for the guardrail
	 * @return the copy
	 */
	public GuardrailConverseTextBlock withQualifiers(@Nullable List<GuardrailConverseContentQualifier> qualifiers) {
		return new GuardrailConverseTextBlock(this.text, qualifiers, this.unknownMembers);
	}

	/**
	 * Return a copy with another {@code qualifiers}.
	 * @param qualifiers the roles of the text for the guardrail
	 * @return the copy
	 */
	public GuardrailConverseTextBlock withQualifiers(GuardrailConverseContentQualifier... qualifiers) {
		return withQualifiers(List.of(qualifiers));
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
