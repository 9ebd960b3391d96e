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
 * Converse tokens request.
 *
 * @param messages the messages
 * @param system the system
 * @param toolConfig the tool config
 * @param additionalModelRequestFields the additional model request fields
 * @since 0.1.0
 */
public record ConverseTokensRequest(@Nullable List<Message> messages, @Nullable List<SystemContentBlock> system,
		@Nullable ToolConfiguration toolConfig,
		@Sensitive @Nullable JsonNode additionalModelRequestFields) implements Structure {

	/**
	 * Copy what could change.
	 * @param messages the messages
	 * @param system the system
	 * @param toolConfig the tool config
	 * @param additionalModelRequestFields the additional model request fields
	 */
	public ConverseTokensRequest {
		messages = (messages != null) ? List.copyOf(messages) : null;
		system = (system != null) ? List.copyOf(system) : null;
	}

	/**
	 * Return the part of a request whose tokens are counted.
	 * @param request the request that is about to be sent
	 * @return the part that counts
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
