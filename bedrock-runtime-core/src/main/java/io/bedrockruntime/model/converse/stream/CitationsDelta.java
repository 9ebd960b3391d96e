package io.bedrockruntime.model.converse.stream;

import java.util.List;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.CitationLocation;
import org.jspecify.annotations.Nullable;

/**
 * Citations delta.
 *
 * @param title the title
 * @param source the source
 * @param sourceContent the source content
 * @param location the location
 * @since 0.1.0
 */
public record CitationsDelta(@Sensitive @Nullable String title, @Sensitive @Nullable String source,
		@Nullable List<CitationSourceContentDelta> sourceContent,
		@Nullable CitationLocation location) implements Structure {

	/**
	 * Copy what could change.
	 * @param title the title
	 * @param source the source
	 * @param sourceContent the source content
	 * @param location the location
	 */
	public CitationsDelta {
		sourceContent = (sourceContent != null) ? List.copyOf(sourceContent) : null;
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
