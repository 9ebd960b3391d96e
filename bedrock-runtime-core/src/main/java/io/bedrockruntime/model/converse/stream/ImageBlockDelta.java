package io.bedrockruntime.model.converse.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ErrorBlock;
import io.bedrockruntime.model.content.ImageSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A part of an image in a stream.
 *
 * @param source the bytes or their location
 * @param error the error that occurred when the model generated the media
 * @param unknownMembers members that this version does not know, kept for the message;
 * empty if there are none
 * @since 0.1.0
 */
public record ImageBlockDelta(@Nullable ImageSource source, @Nullable ErrorBlock error,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Make defensive copies.
	 * @param source the bytes or their location
	 * @param error the error that occurred when the model generated the media
	 * @param unknownMembers members that this version does not know
	 */
	public ImageBlockDelta {
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param source the bytes or their location
	 * @param error the error that occurred when the model generated the media
	 */
	public ImageBlockDelta(@Nullable ImageSource source, @Nullable ErrorBlock error) {
		this(source, error, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
