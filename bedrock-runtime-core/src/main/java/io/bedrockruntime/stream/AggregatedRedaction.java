package io.bedrockruntime.stream;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ReasoningContentBlock;

/**
 * Aggregator of reasoning that the provider encrypted.
 */
final class AggregatedRedaction implements AggregatedPart {

	private final AggregatedBytes bytes = new AggregatedBytes();

	void append(Blob redactedContent) {
		this.bytes.append(redactedContent);
	}

	@Override
	public ContentBlock toContent(boolean complete) {
		return ContentBlock.reasoningContent(ReasoningContentBlock.redactedContent(this.bytes.toBlob()));
	}

}
