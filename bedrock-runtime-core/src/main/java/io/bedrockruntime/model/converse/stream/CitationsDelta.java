package io.bedrockruntime.model.converse.stream;

import java.util.List;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.CitationLocation;
import org.jspecify.annotations.Nullable;

/**
 * A part of a citation in a stream.
 *
 * @param title the title of what is cited
 * @param source the source, as the document or search result names it
 * @param sourceContent the cited passages
 * @param location where in the source the passage is
 * @since 0.1.0
 */
public record CitationsDelta(@Sensitive @Nullable String title, @Sensitive @Nullable String source,
		@Nullable List<CitationSourceContentDelta> sourceContent,
		@Nullable CitationLocation location) implements Structure {

	/**
	 * Copy what could change.
	 * @param title the title of what is cited
	 * @param source the source, as the document or search result names it
	 * @param sourceContent the cited passages
	 * @param location where in the source the passage is
	 */
	public CitationsDelta {
		sourceContent = (sourceContent != null) ? List.copyOf(sourceContent) : null;
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
