package io.bedrockruntime.samples.chat;

import java.time.Duration;

import reactor.core.publisher.Flux;

import org.springframework.stereotype.Service;

@Service
class ChatService {

	Flux<ChatEvent> answer(ChatRequest request) {
		String last = request.messages().get(request.messages().size() - 1).text();
		if (last.contains("throttle")) {
			return Flux.just(
					new ChatEvent.Failure("ThrottlingException", "Too many requests, please wait before trying again.",
							429, "6f1c5a2e-8b7d-4e3f-9a10-2b3c4d5e6f70"));
		}
		String text = """
				Backpressure lets the **reader** set the pace. A `Flux` asks for *n* elements, and nothing more is produced until it asks again.

				## Three things to remember

				1. Demand travels **up** the pipeline, data travels **down**.
				2. A slow browser slows the socket, and the socket slows the model.
				3. Cancelling is demand too: it says *none, ever again*.

				```java
				@PostMapping(path = "/api/chat", produces = APPLICATION_NDJSON_VALUE)
				Flux<ChatEvent> chat(@RequestBody ChatRequest request) {
					// one line for each event, written as soon as it arrives
					return this.bedrock.converseStream(toConverse(request))
						.map(ChatEvent::from)
						.onErrorResume((ex) -> Mono.just(ChatEvent.failure(ex)));
				}
				```

				| Signal | Direction | Meaning |
				|---|---|---|
				| `request(n)` | up | ready for *n* more |
				| `onNext` | down | one element |
				| `cancel` | up | stop, and release everything |

				> A stream that nobody reads should cost nobody anything.
				""";
		String[] parts = text.split("(?<=\\G.{6})", -1);
		Flux<ChatEvent> deltas = Flux.fromArray(text.split("(?<=\\s)"))
			.delayElements(Duration.ofMillis(25))
			.map(ChatEvent.Text::new);
		if (last.contains("break")) {
			return deltas.take(20)
				.concatWith(Flux.just(new ChatEvent.Failure("ModelStreamErrorException",
						"The model stopped in the middle of its answer.", 424,
						"6f1c5a2e-8b7d-4e3f-9a10-2b3c4d5e6f70")));
		}
		return Flux.<ChatEvent>just(new ChatEvent.Start(request.model()))
			.concatWith(last.contains("think")
					? Flux.just(new ChatEvent.Reasoning("The user wants a comparison. I should be short."))
					: Flux.empty())
			.concatWith(deltas)
			.concatWith(Flux.just(new ChatEvent.End("end_turn", 23, 241, 412L, 58.3)));
	}

}
