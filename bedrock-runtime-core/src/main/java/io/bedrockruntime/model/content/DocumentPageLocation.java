package io.bedrockruntime.model.content;

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
 * A passage of a document, in pages.
 *
 * @param documentIndex the document's position among the documents of the request,
 * counted from 0
 * @param start where the passage starts, counted from 0
 * @param end where the passage ends
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record DocumentPageLocation(@Nullable Integer documentIndex, @Nullable Integer start, @Nullable Integer end,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param documentIndex the document's position among the documents of the request,
	 * counted from 0
	 * @param start where the passage starts, counted from 0
	 * @param end where the passage ends
	 * @param unknownMembers members that this version does not know
	 */
	public DocumentPageLocation {
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param documentIndex the document's position among the documents of the request,
	 * counted from 0
	 * @param start where the passage starts, counted from 0
	 * @param end where the passage ends
	 */
	public DocumentPageLocation(@Nullable Integer documentIndex, @Nullable Integer start, @Nullable Integer end) {
		this(documentIndex, start, end, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
