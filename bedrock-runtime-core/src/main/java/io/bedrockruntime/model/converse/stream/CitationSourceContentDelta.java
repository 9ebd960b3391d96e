package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A part of a cited passage in a stream.
 *
 * @param text text
 * @since 0.1.0
 */
public record CitationSourceContentDelta(@Sensitive @Nullable String text) implements Structure {

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
