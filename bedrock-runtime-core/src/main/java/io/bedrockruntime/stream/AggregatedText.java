package io.bedrockruntime.stream;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.model.content.Citation;
import io.bedrockruntime.model.content.CitationGeneratedContent;
import io.bedrockruntime.model.content.CitationSourceContent;
import io.bedrockruntime.model.content.CitationsContentBlock;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.converse.stream.CitationSourceContentDelta;
import io.bedrockruntime.model.converse.stream.CitationsDelta;
import org.jspecify.annotations.Nullable;

/**
 * Aggregator of text and its citations. Each delta of a citation is a complete citation.
 */
final class AggregatedText implements AggregatedPart {

	private final StringBuilder text = new StringBuilder();

	private final List<Citation> citations = new ArrayList<>();

	private boolean hasText;

	void append(String text) {
		this.hasText = true;
		this.text.append(text);
	}

	void append(CitationsDelta delta) {
		this.citations.add(new Citation(delta.title(), delta.source(), sourceContent(delta.sourceContent()),
				delta.location(), delta.unknownMembers()));
	}

	private static @Nullable List<CitationSourceContent> sourceContent(
			@Nullable List<CitationSourceContentDelta> deltas) {
		if (deltas == null) {
			return null;
		}
		List<CitationSourceContent> content = new ArrayList<>();
		for (CitationSourceContentDelta delta : deltas) {
			if (delta.text() != null) {
				content.add(CitationSourceContent.text(delta.text()));
			}
			delta.unknownMembers()
				.forEach((name, value) -> content.add(new CitationSourceContent.Unknown(name, value)));
		}
		return content;
	}

	@Override
	public ContentBlock toContent(boolean complete) {
		if (this.citations.isEmpty()) {
			return ContentBlock.text(this.text.toString());
		}
		return ContentBlock.citationsContent(new CitationsContentBlock(
				this.hasText ? List.of(CitationGeneratedContent.text(this.text.toString())) : null, this.citations));
	}

}
