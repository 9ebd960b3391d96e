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
 * A search result that a model can cite.
 *
 * @param source the origin of the result, an address or a name
 * @param title the result's title
 * @param content the blocks that make up the content, in order
 * @param citations whether the model cites the result
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record SearchResultBlock(@Sensitive String source, @Sensitive String title,
		List<SearchResultContentBlock> content, @Nullable CitationsConfig citations,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param source the origin of the result, an address or a name
	 * @param title the result's title
	 * @param content the blocks that make up the content, in order
	 * @param citations whether the model cites the result
	 * @param unknownMembers members that this version does not know
	 */
	public SearchResultBlock {
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(title, "'title' must not be null");
		Assert.notNull(content, "'content' must not be null");
		content = List.copyOf(content);
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param source the origin of the result, an address or a name
	 * @param title the result's title
	 * @param content the blocks that make up the content, in order
	 * @param citations whether the model cites the result
	 */
	public SearchResultBlock(String source, String title, List<SearchResultContentBlock> content,
			@Nullable CitationsConfig citations) {
		this(source, title, content, citations, Map.of());
	}

	/**
	 * Return an instance with only the required components.
	 * @param source the origin of the result, an address or a name
	 * @param title the result's title
	 * @param content the blocks that make up the content, in order
	 * @return the new record
	 */
	public static SearchResultBlock of(String source, String title, List<SearchResultContentBlock> content) {
		return new SearchResultBlock(source, title, content, null);
	}

	/**
	 * Return a copy with another {@code citations}.
	 * @param citations whether the model cites the result
	 * @return the copy
	 */
	public SearchResultBlock withCitations(@Nullable CitationsConfig citations) {
		return new SearchResultBlock(this.source, this.title, this.content, citations, this.unknownMembers);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
