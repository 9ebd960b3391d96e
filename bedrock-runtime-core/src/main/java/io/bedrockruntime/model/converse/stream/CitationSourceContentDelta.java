package io.bedrockruntime.model.converse.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * A part of a cited passage in a stream.
 *
 * @param text the text
 * @param unknownMembers members that this version does not know, kept for the message;
 * empty if there are none
 * @since 0.1.0
 */
public record CitationSourceContentDelta(@Sensitive @Nullable String text,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Make defensive copies.
	 * @param text the text
	 * @param unknownMembers members that this version does not know
	 */
	public CitationSourceContentDelta {
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param text the text
	 */
	public CitationSourceContentDelta(@Nullable String text) {
		this(text, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
