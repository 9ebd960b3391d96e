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
 * Setting for the citation of a document or a search result.
 *
 * @param enabled whether the model cites it
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record CitationsConfig(boolean enabled,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param enabled whether the model cites it
	 * @param unknownMembers members that this version does not know
	 */
	public CitationsConfig {
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param enabled whether the model cites it
	 */
	public CitationsConfig(boolean enabled) {
		this(enabled, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
