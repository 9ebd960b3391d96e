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
 * Generated text with the passages that support it.
 *
 * @param content the generated text
 * @param citations the passages that support it
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record CitationsContentBlock(@Nullable List<CitationGeneratedContent> content,
		@Nullable List<Citation> citations,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param content the generated text
	 * @param citations the passages that support it
	 * @param unknownMembers members that this version does not know
	 */
	public CitationsContentBlock {
		content = (content != null) ? List.copyOf(content) : null;
		citations = (citations != null) ? List.copyOf(citations) : null;
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param content the generated text
	 * @param citations the passages that support it
	 */
	public CitationsContentBlock(@Nullable List<CitationGeneratedContent> content, @Nullable List<Citation> citations) {
		this(content, citations, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
