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
 * Why a model could not make what a block should hold.
 *
 * @param message what went wrong
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record ErrorBlock(@Sensitive @Nullable String message,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param message what went wrong
	 * @param unknownMembers members that this version does not know
	 */
	public ErrorBlock {
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create one without unknown members.
	 * @param message what went wrong
	 */
	public ErrorBlock(@Nullable String message) {
		this(message, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
