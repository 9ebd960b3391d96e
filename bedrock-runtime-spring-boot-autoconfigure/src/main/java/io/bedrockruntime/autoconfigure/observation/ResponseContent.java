package io.bedrockruntime.autoconfigure.observation;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.converse.ConverseOutput;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ContentBlockStart;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ReasoningContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ToolUseBlockStart;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Content of a response, aggregated from the events of a stream. Texts are kept complete
 * up to a limit, as a filter needs complete texts.
 */
class ResponseContent implements Consumer<Object> {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int MAX_LENGTH = 1_000_000;

	private final Map<Integer, Block> blocks = new TreeMap<>();

	private @Nullable Message message;

	private @Nullable Blob bytes;

	private @Nullable String contentType;

	private int length;

	@Override
	public synchronized void accept(Object content) {
		if (content instanceof ConverseResponse response
				&& response.output() instanceof ConverseOutput.Message output) {
			this.message = output.message();
		}
		else if (content instanceof InvokeModelResponse response) {
			this.bytes = response.body();
			this.contentType = response.contentType();
		}
		else if (content instanceof ConverseStreamOutput.ContentBlockStart event
				&& event.contentBlockStart().start() instanceof ContentBlockStart.ToolUse use) {
			this.blocks.put(event.contentBlockStart().contentBlockIndex(), new Block("tool_call", use.toolUse()));
		}
		else if (content instanceof ConverseStreamOutput.ContentBlockDelta event) {
			delta(event.contentBlockDelta().contentBlockIndex(), event.contentBlockDelta().delta());
		}
	}

	private void delta(int index, ContentBlockDelta delta) {
		if (delta instanceof ContentBlockDelta.Text text) {
			append(index, "text", text.text());
		}
		else if (delta instanceof ContentBlockDelta.ToolUse use) {
			append(index, "tool_call", use.toolUse().input());
		}
		else if (delta instanceof ContentBlockDelta.ReasoningContent reasoning
				&& reasoning.reasoningContent() instanceof ReasoningContentBlockDelta.Text text) {
			append(index, "reasoning", text.text());
		}
	}

	private void append(int index, String type, String text) {
		if (this.length + text.length() <= MAX_LENGTH) {
			this.length += text.length();
			this.blocks.computeIfAbsent(index, (unused) -> new Block(type, null)).text.append(text);
		}
	}

	/**
	 * Add the content of the response, if there is any.
	 */
	synchronized void addTo(Map<String, String> content, ContentWriter writer, @Nullable String stopReason) {
		ArrayNode parts = null;
		if (this.message != null) {
			parts = writer.parts(this.message.content());
		}
		else if (this.bytes != null) {
			parts = NODES.arrayNode().add(writer.blob("document", this.contentType, this.bytes));
		}
		else if (!this.blocks.isEmpty()) {
			parts = NODES.arrayNode();
			for (Block block : this.blocks.values()) {
				parts.add(block.part(writer));
			}
		}
		if (parts != null) {
			ObjectNode output = NODES.objectNode().put("role", "assistant");
			output.set("parts", parts);
			if (stopReason != null) {
				output.put("finish_reason", stopReason);
			}
			content.put("gen_ai.output.messages", NODES.arrayNode().add(output).toString());
		}
	}

	private static final class Block {

		private final String type;

		private final @Nullable ToolUseBlockStart tool;

		private final StringBuilder text = new StringBuilder();

		private Block(String type, @Nullable ToolUseBlockStart tool) {
			this.type = type;
			this.tool = tool;
		}

		private JsonNode part(ContentWriter writer) {
			if (this.tool == null) {
				return writer.part(this.type, this.text.toString());
			}
			return writer.toolCall(this.tool.toolUseId(), this.tool.name(), arguments());
		}

		private JsonNode arguments() {
			try {
				return JsonMapper.shared().readTree(this.text.toString());
			}
			catch (JacksonException ex) {
				// The stream was interrupted: the JSON is incomplete.
				return NODES.stringNode(this.text.toString());
			}
		}

	}

}
