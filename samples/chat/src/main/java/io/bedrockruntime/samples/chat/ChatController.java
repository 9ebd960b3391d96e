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
 * What the page talks to: one stream of events for each turn of the conversation.
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
	// The event's type is all that a native image would see.
	@RegisterReflectionForBinding({ ChatEvent.Start.class, ChatEvent.Reasoning.class, ChatEvent.RedactedReasoning.class,
			ChatEvent.Text.class, ChatEvent.ToolUse.class, ChatEvent.ToolInput.class, ChatEvent.ToolResult.class,
			ChatEvent.Guardrail.class, ChatEvent.End.class, ChatEvent.Failure.class })
	Flux<ChatEvent> chat(@RequestBody ChatRequest request) {
		return this.service.answer(request);
	}

	@ExceptionHandler
	ProblemDetail tooLarge(ContentTooLargeException ex) {
		return ProblemDetail.forStatusAndDetail(ex.getStatusCode(),
				"The conversation and its files are larger than this application holds. Begin a new chat.");
	}

	@GetMapping("/api/settings")
	PageSettings settings() {
		return this.settings;
	}

}
