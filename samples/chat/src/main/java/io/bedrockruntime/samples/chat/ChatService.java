package io.bedrockruntime.samples.chat;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/**
 * Asks Amazon Bedrock to go on with a conversation. Keeps nothing of it, and logs nothing
 * of what is said.
 */
@Service
class ChatService {

	private static final Logger logger = LoggerFactory.getLogger(ChatService.class);

	private final ReactiveBedrockRuntimeOperations bedrock;

	ChatService(ReactiveBedrockRuntimeOperations bedrock) {
		this.bedrock = bedrock;
	}

	/**
	 * Stream the model's answer. Whoever cancels the stream ends the call, and with it
	 * the cost.
	 * @param request the conversation so far
	 * @return the events of the answer, the last of which says how it ended
	 */
	Flux<ChatEvent> answer(ChatRequest request) {
		return Flux.defer(() -> {
			AnswerEvents events = new AnswerEvents();
			return this.bedrock.converseStream(toConverseStream(request)).handle(events::pass);
		}).onErrorResume(BedrockRuntimeException.class, (ex) -> {
			ChatEvent.Failure failure = ChatEvent.Failure.of(ex);
			logger.warn("No complete answer: {} (request id {})", failure.code(), failure.requestId());
			return Mono.just(failure);
		});
	}

	private static ConverseStreamRequest toConverseStream(ChatRequest request) {
		ConverseStreamRequest.Builder builder = ConverseStreamRequest.builder(request.model())
			.messages(request.messages().stream().map(ChatService::toMessage).toList());
		if (StringUtils.hasText(request.system())) {
			builder.system(request.system());
		}
		return builder.build();
	}

	private static Message toMessage(ChatRequest.Turn turn) {
		return switch (turn.role()) {
			case USER -> Message.user(turn.text());
			case ASSISTANT -> Message.assistant(turn.text());
		};
	}

}
