package io.bedrockruntime.samples.chat;

import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ConversationRole;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
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

	private final ChatTools tools;

	ChatService(ReactiveBedrockRuntimeOperations bedrock, ConversationRequests requests, ChatTools tools) {
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
		return Flux.defer(() -> call(question, List.of(), new AnswerEvents()))
			.onErrorResume(BedrockRuntimeException.class, (ex) -> Mono.just(ChatEvent.Failure.of(ex)))
			.doOnNext(ChatService::log);
	}

	private Flux<ChatEvent> call(ConverseStreamRequest question, List<Message> answer, AnswerEvents events) {
		ConverseStreamRequest.Builder request = question.toBuilder();
		answer.forEach(request::add);
		return this.bedrock.converseStream(request.build())
			.<ChatEvent>handle(events::pass)
			.concatWith(Flux.defer(() -> goOn(question, answer, events)));
	}

	private Flux<ChatEvent> goOn(ConverseStreamRequest question, List<Message> answer, AnswerEvents events) {
		ConverseResponse response = events.response();
		List<Message> soFar = append(answer, AnswerMessages.toSendBack(response));
		List<ToolUseBlock> uses = ChatTools.requested(response);
		if (uses.isEmpty()) {
			return Flux.just(events.end(AnswerMessages.write(soFar)));
		}
		if (events.calls() == MAX_CALLS) {
			return Flux.just(new ChatEvent.Failure("TooManyToolCalls",
					"The model still asks for tools after " + MAX_CALLS + " calls.", null, null));
		}
		List<ToolResultBlock> results = uses.stream().map(this.tools::run).toList();
		Message result = new Message(ConversationRole.USER, results.stream().map(ContentBlock::toolResult).toList());
		return Flux.fromIterable(results)
			.<ChatEvent>map(AnswerEvents::toolResult)
			.concatWith(Flux.defer(() -> call(question, append(soFar, result), events)));
	}

	private static List<Message> append(List<Message> messages, Message message) {
		return Stream.concat(messages.stream(), Stream.of(message)).toList();
	}

	private static void log(ChatEvent event) {
		if (event instanceof ChatEvent.Failure failure) {
			logger.warn("No complete answer: {} (request id {})", failure.code(), failure.requestId());
		}
	}

}
