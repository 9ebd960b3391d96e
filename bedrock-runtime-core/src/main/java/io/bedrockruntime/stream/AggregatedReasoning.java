package io.bedrockruntime.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ReasoningContentBlock;
import io.bedrockruntime.model.content.ReasoningTextBlock;
import io.bedrockruntime.model.converse.stream.ReasoningContentBlockDelta;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Aggregator of reasoning text and its signature.
 */
final class AggregatedReasoning implements AggregatedPart {

	private final Map<String, List<JsonNode>> unknown = new LinkedHashMap<>();

	private @Nullable StringBuilder text;

	private @Nullable StringBuilder signature;

	void append(ReasoningContentBlockDelta delta) {
		if (delta instanceof ReasoningContentBlockDelta.Text variant) {
			this.text = append(this.text, variant.text());
		}
		else if (delta instanceof ReasoningContentBlockDelta.Signature variant) {
			this.signature = append(this.signature, variant.signature());
		}
		else if (delta instanceof ReasoningContentBlockDelta.Unknown variant) {
			this.unknown.computeIfAbsent(variant.name(), (absent) -> new ArrayList<>()).add(variant.value());
		}
	}

	private static StringBuilder append(@Nullable StringBuilder builder, String text) {
		return ((builder != null) ? builder : new StringBuilder()).append(text);
	}

	@Override
	public ContentBlock toContent(boolean complete) {
		Map<String, JsonNode> members = new LinkedHashMap<>();
		this.unknown.forEach((name, values) -> members.put(name, AggregatedUnknown.merge(values)));
		if (this.text == null && this.signature == null && members.size() == 1) {
			Map.Entry<String, JsonNode> only = members.entrySet().iterator().next();
			return ContentBlock.reasoningContent(new ReasoningContentBlock.Unknown(only.getKey(), only.getValue()));
		}
		return ContentBlock.reasoningContent(ReasoningContentBlock
			.reasoningText(new ReasoningTextBlock((this.text != null) ? this.text.toString() : "",
					(this.signature != null) ? this.signature.toString() : null, members)));
	}

}
