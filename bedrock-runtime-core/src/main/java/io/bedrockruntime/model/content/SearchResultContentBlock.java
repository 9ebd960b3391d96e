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
 * A piece of text of a search result.
 *
 * @param text the text
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record SearchResultContentBlock(@Sensitive String text,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param text the text
	 * @param unknownMembers members that this version does not know
	 */
	public SearchResultContentBlock {
		Assert.notNull(text, "'text' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param text the text
	 */
	public SearchResultContentBlock(String text) {
		this(text, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
