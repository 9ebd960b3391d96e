package io.bedrockruntime.samples.chat;

import reactor.core.publisher.Flux;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ContentTooLargeException;

/**
 * Endpoint of the page, with one stream of events for each turn of the conversation.
 */
@RestController
class ChatController {

	private final ChatService service;

	private final PageSettings settings;

	ChatController(ChatService service, ChatSettings settings, GuardrailSwitch guardrail) {
		this.service = service;
		this.settings = PageSettings.of(settings, guardrail.isConfigured());
	}

	@PostMapping(path = "/api/chat", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_NDJSON_VALUE)
	// A native image would see only the declared type of the event.
	@RegisterReflectionForBinding({ ChatEvent.Start.class, ChatEvent.Reasoning.class, ChatEvent.RedactedReasoning.class,
			ChatEvent.Text.class, ChatEvent.ToolUse.class, ChatEvent.ToolInput.class, ChatEvent.ToolResult.class,
			ChatEvent.Guardrail.class, ChatEvent.End.class, ChatEvent.Failure.class })
	Flux<ChatEvent> chat(@RequestBody ChatRequest request) {
		return this.service.respond(request);
	}

	@ExceptionHandler
	ProblemDetail tooLarge(ContentTooLargeException ex) {
		return ProblemDetail.forStatusAndDetail(ex.getStatusCode(),
				"The conversation and its files exceed the limit of this application. Start a new chat.");
	}

	@GetMapping("/api/settings")
	PageSettings settings() {
		return this.settings;
	}

}
