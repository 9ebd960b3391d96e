package io.bedrockruntime.samples.tour;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.counttokens.CountTokensResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The number of input tokens of a request, before it is sent.
 */
@Component
@Order(3)
class CountTokensExample implements OperationExample {

	private final BedrockRuntimeOperations bedrock;

	private final TourSettings settings;

	CountTokensExample(BedrockRuntimeOperations bedrock, TourSettings settings) {
		this.bedrock = bedrock;
		this.settings = settings;
	}

	@Override
	public String operation() {
		return "CountTokens";
	}

	@Override
	public String http() {
		return "POST /model/{modelId}/count-tokens";
	}

	@Override
	public void run(Narrator narrator) {
		ConverseRequest request = ConverseRequest.builder(this.settings.textModel())
			.system("You are a careful translator.")
			.user("How do you say 'the early bird catches the worm' in Portuguese?")
			.maxTokens(100)
			.build();
		narrator.asked("a ConverseRequest with a system prompt and a question, not sent yet");
		CountTokensResponse counted = this.bedrock.countTokens(request);
		narrator.got(counted.inputTokens() + " input tokens");
		narrator.facts(counted.responseMetadata());
		int used = this.bedrock.converse(request).usage().inputTokens();
		narrator.note("then sent", "Converse reports " + used + " input tokens: "
				+ ((used == counted.inputTokens()) ? "the same number" : "a DIFFERENT number"));
	}

}
