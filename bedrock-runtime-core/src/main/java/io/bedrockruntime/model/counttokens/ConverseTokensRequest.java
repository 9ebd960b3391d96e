package io.bedrockruntime.model.counttokens;

import java.util.List;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.SystemContentBlock;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.tool.ToolConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part of a Converse request whose tokens are counted.
 *
 * @param messages the conversation, oldest message first
 * @param system system instructions and context for the conversation
 * @param toolConfig the tools that the model may use
 * @param additionalModelRequestFields parameters that only some models support, an object
 * that is passed to the model unchanged
 * @since 0.1.0
 */
public record ConverseTokensRequest(@Nullable List<Message> messages, @Nullable List<SystemContentBlock> system,
		@Nullable ToolConfiguration toolConfig,
		@Sensitive @Nullable JsonNode additionalModelRequestFields) implements Structure {

	/**
	 * Make defensive copies.
	 * @param messages the conversation, oldest message first
	 * @param system system instructions and context for the conversation
	 * @param toolConfig the tools that the model may use
	 * @param additionalModelRequestFields parameters that only some models support, an
	 * object that is passed to the model unchanged
	 */
	public ConverseTokensRequest {
		messages = (messages != null) ? List.copyOf(messages) : null;
		system = (system != null) ? List.copyOf(system) : null;
	}

	/**
	 * Return the part of a request whose tokens are counted.
	 * @param request the request
	 * @return the part whose tokens are counted
	 */
	public static ConverseTokensRequest from(ConverseRequest request) {
		return new ConverseTokensRequest(request.messages(), request.system(), request.toolConfig(),
				request.additionalModelRequestFields());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
