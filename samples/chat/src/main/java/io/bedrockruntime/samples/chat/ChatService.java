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
 * Service that continues a conversation with Amazon Bedrock, and runs the tools that the
 * model requests. It stores no content, and logs none.
 */
@Service
class ChatService {

	/** Each call is billed, and a model may request tools repeatedly. */
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
	 * Stream the response of the model. Cancelling the stream ends the call and its cost.
	 * @param request the conversation so far
	 * @return the events of the response, of which the last one reports how it ended
	 */
	Flux<ChatEvent> respond(ChatRequest request) {
		ConverseStreamRequest question = this.requests.toConverseStream(request);
		return Flux.defer(() -> call(question, messages(question, 0).size(), new ResponseEvents()))
			.onErrorResume(BedrockRuntimeException.class, (ex) -> Mono.just(ChatEvent.Failure.of(ex)))
			.doOnNext(ChatService::log);
	}

	private Flux<ChatEvent> call(ConverseStreamRequest request, int asked, ResponseEvents events) {
		return this.bedrock.converseStream(request)
			.<ChatEvent>handle(events::pass)
			.concatWith(Flux.defer(() -> proceed(request, asked, events)));
	}

	private Flux<ChatEvent> proceed(ConverseStreamRequest request, int asked, ResponseEvents events) {
		ConverseResponse response = events.response();
		if (!this.tools.isRequested(response)) {
			return Flux.just(events.end(ResponseMessages.write(messages(request, asked), response.message())));
		}
		if (events.calls() == MAX_CALLS) {
			return Flux.just(new ChatEvent.Failure("TooManyToolCalls",
					"The model still requests tools after " + MAX_CALLS + " calls.", null, null));
		}
		return this.tools.answerAsync(request, response)
			.map((next) -> next.toBuilder().messages(ResponseMessages.withoutBlanks(messages(next, 0))).build())
			.flatMapMany((next) -> Flux.fromIterable(ResponseEvents.toolResults(messages(next, 0)))
				.concatWith(Flux.defer(() -> call(next, asked, events))));
	}

	private static List<Message> messages(ConverseStreamRequest request, int from) {
		List<Message> messages = Objects.requireNonNullElse(request.messages(), List.of());
		return messages.subList(from, messages.size());
	}

	private static void log(ChatEvent event) {
		if (event instanceof ChatEvent.Failure failure) {
			logger.warn("No complete response: {} (request id {})", failure.code(), failure.requestId());
		}
	}

}
