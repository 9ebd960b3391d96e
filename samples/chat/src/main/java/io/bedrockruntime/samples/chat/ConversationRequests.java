package io.bedrockruntime.samples.chat;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ConversationRole;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.samples.chat.ChatRequest.Feature;
import io.bedrockruntime.tool.ToolFunctions;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ResponseStatusException;

/**
 * Factory of requests to Amazon Bedrock from requests of the page. It rejects requests
 * that the service would not accept.
 */
@Component
class ConversationRequests {

	private final ChatSettings settings;

	private final GuardrailSwitch guardrail;

	private final ToolFunctions tools;

	ConversationRequests(ChatSettings settings, GuardrailSwitch guardrail, ToolFunctions tools) {
		this.settings = settings;
		this.guardrail = guardrail;
		this.tools = tools;
	}

	ConverseStreamRequest toConverseStream(ChatRequest request) {
		ConverseStreamRequest.Builder builder = ConverseStreamRequest.builder(request.model())
			.messages(messages(request.messages()));
		if (StringUtils.hasText(request.system())) {
			builder.system(request.system());
		}
		if (request.features().contains(Feature.TOOLS)) {
			builder.toolConfig(this.tools.toolConfiguration());
		}
		if (request.features().contains(Feature.GUARDRAIL)) {
			if (!this.guardrail.isConfigured()) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No guardrail is configured.");
			}
			builder.guardrailConfig(this.guardrail.guardrail());
		}
		String reasoning = this.settings.reasoning(request.model());
		if (request.features().contains(Feature.REASONING) && reasoning != null) {
			builder.additionalModelRequestFields(BedrockRuntimeJson.mapper().readTree(reasoning));
		}
		return builder.build();
	}

	private static List<Message> messages(List<ChatRequest.Turn> turns) {
		Attachments attachments = new Attachments();
		List<Message> messages = new ArrayList<>();
		for (ChatRequest.Turn turn : turns) {
			if (turn.answer() != null) {
				messages.addAll(ResponseMessages.read(turn.answer()));
				continue;
			}
			List<ContentBlock> content = new ArrayList<>(attachments.toContent(turn.files()));
			content.add(ContentBlock.text(String.valueOf(turn.text())));
			messages.add(new Message(switch (turn.role()) {
				case USER -> ConversationRole.USER;
				case ASSISTANT -> ConversationRole.ASSISTANT;
			}, content));
		}
		return messages;
	}

}
