package io.bedrockruntime.samples.chat;

import java.util.List;
import java.util.Objects;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.tool.ToolFunctions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Asks Amazon Bedrock to go on with a conversation, and runs the tools that the model
 * asks for in between. Keeps nothing of it, and logs nothing of what is said.
 */
@Service
class ChatService {

	/** Each call is billed, and a model may ask for tools again and again. */
	static final int MAX_CALLS = 5;

	private static final Logger logger = LoggerFactory.getLogger(ChatService.class);

	private final ReactiveBedrockRuntimeOperations bedrock;

	private final ConversationRequests requests;

	private final ToolFunctions tools;

	ChatService(ReactiveBedrockRuntimeOperations bedrock, ConversationRequests requests, ToolFunctions tools) {
		this.bedrock = bedrock;
		this.requests = requests;
		this.tools = tools;
	}

	/**
	 * Stream the model's answer. Whoever cancels the stream ends the call, and with it
	 * the cost.
	 * @param request the conversation so far
	 * @return the events of the answer, the last of which says how it ended
	 */
	Flux<ChatEvent> answer(ChatRequest request) {
		ConverseStreamRequest question = this.requests.toConverseStream(request);
		return Flux.defer(() -> call(question, messages(question, 0).size(), new AnswerEvents()))
			.onErrorResume(BedrockRuntimeException.class, (ex) -> Mono.just(ChatEvent.Failure.of(ex)))
			.doOnNext(ChatService::log);
	}

	private Flux<ChatEvent> call(ConverseStreamRequest request, int asked, AnswerEvents events) {
		return this.bedrock.converseStream(request)
			.<ChatEvent>handle(events::pass)
			.concatWith(Flux.defer(() -> goOn(request, asked, events)));
	}

	private Flux<ChatEvent> goOn(ConverseStreamRequest request, int asked, AnswerEvents events) {
		ConverseResponse response = events.response();
		if (!this.tools.isRequested(response)) {
			return Flux.just(events.end(AnswerMessages.write(messages(request, asked), response.message())));
		}
		if (events.calls() == MAX_CALLS) {
			return Flux.just(new ChatEvent.Failure("TooManyToolCalls",
					"The model still asks for tools after " + MAX_CALLS + " calls.", null, null));
		}
		return this.tools.answerAsync(request, response)
			.map((next) -> next.toBuilder().messages(AnswerMessages.withoutBlanks(messages(next, 0))).build())
			.flatMapMany((next) -> Flux.fromIterable(AnswerEvents.toolResults(messages(next, 0)))
				.concatWith(Flux.defer(() -> call(next, asked, events))));
	}

	private static List<Message> messages(ConverseStreamRequest request, int from) {
		List<Message> messages = Objects.requireNonNullElse(request.messages(), List.of());
		return messages.subList(from, messages.size());
	}

	private static void log(ChatEvent event) {
		if (event instanceof ChatEvent.Failure failure) {
			logger.warn("No complete answer: {} (request id {})", failure.code(), failure.requestId());
		}
	}

}
