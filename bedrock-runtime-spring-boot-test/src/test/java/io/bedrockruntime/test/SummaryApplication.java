package io.bedrockruntime.test;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Example application, whose properties refer to AWS.
 */
@SpringBootApplication(proxyBeanMethods = false)
class SummaryApplication {

	static final String MODEL = "eu.amazon.nova-2-lite-v1:0";

	@RestController
	static class SummaryController {

		private final BedrockRuntimeOperations bedrock;

		SummaryController(BedrockRuntimeOperations bedrock) {
			this.bedrock = bedrock;
		}

		@GetMapping("/summary")
		String summary(@RequestParam String text) {
			return this.bedrock.converse((request) -> request.system("Summarise.").user(text)).text();
		}

		@GetMapping("/stream")
		String stream(@RequestParam String text) {
			StringBuilder summary = new StringBuilder();
			try (var events = this.bedrock.converseStream(text)) {
				for (ConverseStreamOutput event : events) {
					summary.append(event.text());
				}
			}
			return summary.toString();
		}

	}

	@RestController
	static class ReactiveSummaryController {

		private final ReactiveBedrockRuntimeOperations bedrock;

		ReactiveSummaryController(ReactiveBedrockRuntimeOperations bedrock) {
			this.bedrock = bedrock;
		}

		@GetMapping("/reactive")
		Mono<String> summary(@RequestParam String text) {
			return this.bedrock.converse(text).map(ConverseResponse::text);
		}

	}

}
