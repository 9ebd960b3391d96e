package io.bedrockruntime.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ContentBlockStart;
import io.bedrockruntime.model.converse.stream.ReasoningContentBlockDelta;
import tools.jackson.databind.JsonNode;

/**
 * Aggregator of one block of a streamed message, with one part for each kind of delta,
 * which is normally one.
 */
final class AggregatedBlock {

	private final Map<String, AggregatedPart> parts = new LinkedHashMap<>();

	void accept(ContentBlockStart start) {
		if (start instanceof ContentBlockStart.ToolUse variant) {
			toolUse().start(variant.toolUse());
		}
		else if (start instanceof ContentBlockStart.ToolResult variant) {
			toolResult().start(variant.toolResult());
		}
		else if (start instanceof ContentBlockStart.Image variant) {
			image().start(variant.image());
		}
		else if (start instanceof ContentBlockStart.Unknown variant) {
			unknown(variant.name(), variant.value());
		}
	}

	void accept(ContentBlockDelta delta) {
		if (delta instanceof ContentBlockDelta.Text variant) {
			text().append(variant.text());
		}
		else if (delta instanceof ContentBlockDelta.ToolUse variant) {
			toolUse().append(variant.toolUse());
		}
		else if (delta instanceof ContentBlockDelta.ReasoningContent variant) {
			reasoning(variant.reasoningContent());
		}
		else if (delta instanceof ContentBlockDelta.Citation variant) {
			text().append(variant.citation());
		}
		else if (delta instanceof ContentBlockDelta.ToolResult variant) {
			toolResult().append(variant.toolResult());
		}
		else if (delta instanceof ContentBlockDelta.Image variant) {
			image().append(variant.image());
		}
		else if (delta instanceof ContentBlockDelta.Unknown variant) {
			unknown(variant.name(), variant.value());
		}
	}

	private void reasoning(ReasoningContentBlockDelta delta) {
		if (delta instanceof ReasoningContentBlockDelta.RedactedContent variant) {
			part("redactedContent", AggregatedRedaction::new).append(variant.redactedContent());
		}
		else if (!(delta instanceof ReasoningContentBlockDelta.Unknown variant && variant.value().isNull())) {
			part("reasoningContent", AggregatedReasoning::new).append(delta);
		}
	}

	private AggregatedText text() {
		return part("text", AggregatedText::new);
	}

	private AggregatedToolUse toolUse() {
		return part("toolUse", AggregatedToolUse::new);
	}

	private AggregatedToolResult toolResult() {
		return part("toolResult", AggregatedToolResult::new);
	}

	private AggregatedImage image() {
		return part("image", AggregatedImage::new);
	}

	private void unknown(String name, JsonNode value) {
		// The block is empty.
		if (!value.isNull()) {
			part("unknown " + name, () -> new AggregatedUnknown(name)).append(value);
		}
	}

	@SuppressWarnings("unchecked")
	private <P extends AggregatedPart> P part(String kind, Supplier<P> created) {
		return (P) this.parts.computeIfAbsent(kind, (absent) -> created.get());
	}

	void addTo(List<ContentBlock> content, boolean complete) {
		this.parts.values().forEach((part) -> content.add(part.toContent(complete)));
	}

}
