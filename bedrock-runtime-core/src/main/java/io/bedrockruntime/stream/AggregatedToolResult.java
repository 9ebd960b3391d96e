package io.bedrockruntime.stream;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.converse.stream.ToolResultBlockDelta;
import io.bedrockruntime.model.converse.stream.ToolResultBlockStart;

/**
 * Aggregator of the result of a tool that the service runs. Successive pieces of text are
 * one text; each other delta is complete.
 */
final class AggregatedToolResult implements AggregatedPart {

	private final List<ToolResultContentBlock> content = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private ToolResultBlockStart start = new ToolResultBlockStart("", null, null);

	private boolean inText;

	void start(ToolResultBlockStart start) {
		this.start = start;
	}

	void append(List<ToolResultBlockDelta> deltas) {
		deltas.forEach(this::append);
	}

	private void append(ToolResultBlockDelta delta) {
		if (delta instanceof ToolResultBlockDelta.Text variant) {
			this.inText = true;
			this.text.append(variant.text());
			return;
		}
		endText();
		if (delta instanceof ToolResultBlockDelta.Json variant) {
			this.content.add(ToolResultContentBlock.json(variant.json()));
		}
		else if (delta instanceof ToolResultBlockDelta.Unknown variant && !variant.value().isNull()) {
			this.content.add(AggregatedUnknown.read(ToolResultContentBlock.class, variant.name(), variant.value(),
					ToolResultContentBlock.Unknown::new));
		}
	}

	private void endText() {
		if (this.inText) {
			this.content.add(ToolResultContentBlock.text(this.text.toString()));
			this.text.setLength(0);
			this.inText = false;
		}
	}

	@Override
	public ContentBlock toContent(boolean complete) {
		List<ToolResultContentBlock> content = new ArrayList<>(this.content);
		if (this.inText) {
			content.add(ToolResultContentBlock.text(this.text.toString()));
		}
		return ContentBlock.toolResult(new ToolResultBlock(this.start.toolUseId(), content, this.start.status(),
				this.start.type(), this.start.unknownMembers()));
	}

}
