package io.bedrockruntime.autoconfigure.observation;

import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.content.GuardrailConverseContentBlock;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.SystemContentBlock;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Content of requests. A body in the format of a model is described like a document, as
 * only the model knows which parts of it are images.
 */
class RequestContent {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final ContentWriter writer;

	RequestContent(ContentWriter writer) {
		this.writer = writer;
	}

	void addTo(Map<String, String> content, Object request) {
		if (request instanceof ConverseRequest converse) {
			add(content, converse.system(), converse.messages());
		}
		else if (request instanceof ConverseStreamRequest converse) {
			add(content, converse.system(), converse.messages());
		}
		else if (request instanceof InvokeModelRequest invoke) {
			add(content, invoke.contentType(), invoke.body());
		}
		else if (request instanceof InvokeModelWithResponseStreamRequest invoke) {
			add(content, invoke.contentType(), invoke.body());
		}
	}

	private void add(Map<String, String> content, @Nullable List<SystemContentBlock> system,
			@Nullable List<Message> messages) {
		if (system != null) {
			ArrayNode instructions = NODES.arrayNode();
			for (SystemContentBlock block : system) {
				if (block instanceof SystemContentBlock.Text text) {
					instructions.add(this.writer.part("text", text.text()));
				}
				else if (block instanceof SystemContentBlock.GuardContent guarded
						&& guarded.guardContent() instanceof GuardrailConverseContentBlock.Text text) {
					instructions.add(this.writer.part("text", text.text().text()));
				}
			}
			content.put("gen_ai.system_instructions", instructions.toString());
		}
		if (messages != null) {
			ArrayNode input = NODES.arrayNode();
			for (Message message : messages) {
				input.add(NODES.objectNode()
					.put("role", message.role().value())
					.set("parts", this.writer.parts(message.content())));
			}
			content.put("gen_ai.input.messages", input.toString());
		}
	}

	private void add(Map<String, String> content, @Nullable String contentType, @Nullable Blob body) {
		ArrayNode parts = NODES.arrayNode().add(this.writer.blob("document", contentType, body));
		content.put("gen_ai.input.messages",
				NODES.arrayNode().add(NODES.objectNode().put("role", "user").set("parts", parts)).toString());
	}

}
