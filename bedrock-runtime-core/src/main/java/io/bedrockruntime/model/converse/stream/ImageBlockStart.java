package io.bedrockruntime.model.converse.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ImageFormat;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The start of an image in a stream.
 *
 * @param format the format
 * @param unknownMembers members that this version does not know, kept for the message;
 * empty if there are none
 * @since 0.1.0
 */
public record ImageBlockStart(ImageFormat format,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param format the format
	 * @param unknownMembers members that this version does not know
	 */
	public ImageBlockStart {
		Assert.notNull(format, "'format' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param format the format
	 */
	public ImageBlockStart(ImageFormat format) {
		this(format, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
