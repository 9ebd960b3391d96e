package io.bedrockruntime.samples.chat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Load of calls of every kind, successful and failed, until it is disposed.
 */
final class Load {

	private static final String NOVA = "global.amazon.nova-2-lite-v1:0";

	private static final String CLAUDE = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

	private static final String CACHED = """
			{ "output": { "message": { "role": "assistant", "content": [ { "text": "From the messages before." } ] } },
			  "stopReason": "%s", "metrics": { "latencyMs": 40 },
			  "usage": { "inputTokens": 200, "outputTokens": 30, "totalTokens": 230, "cacheReadInputTokens": 1500,
			    "cacheWriteInputTokens": 300, "cacheDetails": [ { "ttl": "5m", "inputTokens": 300 } ] } }""";

	private final ReactiveBedrockRuntimeOperations operations;

	private final WebClient page;

	Load(ReactiveBedrockRuntimeOperations operations, int port) {
		this.operations = operations;
		this.page = WebClient.create("http://localhost:" + port);
	}

	/** Script occasional failures and different responses of the service. */
	static void script(BedrockRuntimeEmulator emulator) {
		emulator.script()
			.add(ScriptEntry.of(new Reply.Error(429, "ThrottlingException", "Please wait.")).percent(20).always())
			.add(ScriptEntry.of(new Reply.Error(400, "ValidationException", "Too long.")).percent(10).always())
			.add(ScriptEntry
				.of(new Fault.ExceptionAfterEvents(3, "modelStreamErrorException", "{ \"message\": \"Gone.\" }"))
				.on("ConverseStream")
				.percent(10)
				.always())
			.add(ScriptEntry.of(new Reply.Json(CACHED.formatted("end_turn"))).percent(30).always())
			.add(ScriptEntry.of(new Reply.Json(CACHED.formatted("max_tokens"))).on("Converse").percent(30).always());
	}

	Disposable start() {
		return Flux.interval(Duration.ofMillis(60))
			.onBackpressureDrop()
			.flatMap((number) -> call(number).onErrorComplete(), 64)
			.subscribe();
	}

	private Mono<Void> call(long number) {
		String model = (number % 2 == 0) ? NOVA : CLAUDE;
		return switch ((int) (number % 5)) {
			case 0 -> this.operations.converse(ConverseRequest.of(model, "Say hello")).then();
			case 1 -> guarded(model);
			case 2 -> this.operations.converseStream(stream(model, "Write 5000 words")).take(5).then();
			default -> this.operations.converseStream(stream(model, "Say hello")).then();
		};
	}

	private static ConverseStreamRequest stream(String model, String text) {
		return ConverseStreamRequest.builder().modelId(model).messages(List.of(Message.user(text))).build();
	}

	private Mono<Void> guarded(String model) {
		return this.page.post()
			.uri("/api/chat")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("model", model, "features", List.of("guardrail"), "messages",
					List.of(ChatClient.user("Shall I buy stocks?"))))
			.retrieve()
			.bodyToFlux(String.class)
			.then();
	}

}
