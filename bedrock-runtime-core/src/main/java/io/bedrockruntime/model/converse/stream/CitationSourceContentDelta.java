package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Citation source content delta.
 *
 * @param text the text
 * @since 0.1.0
 */
public record CitationSourceContentDelta(@Sensitive @Nullable String text) implements Structure {

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
