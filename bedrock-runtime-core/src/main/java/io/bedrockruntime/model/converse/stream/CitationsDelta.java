package io.bedrockruntime.model.converse.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.CitationLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A part of a citation in a stream.
 *
 * @param title the title of the cited source
 * @param source the source, as named by the document or search result
 * @param sourceContent the cited passages
 * @param location the location of the passage in the source
 * @param unknownMembers members that this version does not know, kept for the message;
 * empty if there are none
 * @since 0.1.0
 */
public record CitationsDelta(@Sensitive @Nullable String title, @Sensitive @Nullable String source,
		@Nullable List<CitationSourceContentDelta> sourceContent, @Nullable CitationLocation location,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Make defensive copies.
	 * @param title the title of the cited source
	 * @param source the source, as named by the document or search result
	 * @param sourceContent the cited passages
	 * @param location the location of the passage in the source
	 * @param unknownMembers members that this version does not know
	 */
	public CitationsDelta {
		sourceContent = (sourceContent != null) ? List.copyOf(sourceContent) : null;
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param title the title of the cited source
	 * @param source the source, as named by the document or search result
	 * @param sourceContent the cited passages
	 * @param location the location of the passage in the source
	 */
	public CitationsDelta(@Nullable String title, @Nullable String source,
			@Nullable List<CitationSourceContentDelta> sourceContent, @Nullable CitationLocation location) {
		this(title, source, sourceContent, location, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
