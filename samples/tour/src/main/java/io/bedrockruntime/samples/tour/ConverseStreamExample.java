package io.bedrockruntime.samples.tour;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A response that is printed while it arrives, and is complete at the end.
 */
@Component
@Order(2)
class ConverseStreamExample implements OperationExample {

	private final BedrockRuntimeOperations bedrock;

	private final TourSettings settings;

	ConverseStreamExample(BedrockRuntimeOperations bedrock, TourSettings settings) {
		this.bedrock = bedrock;
		this.settings = settings;
	}

	@Override
	public String operation() {
		return "ConverseStream";
	}

	@Override
	public String http() {
		return "POST /model/{modelId}/converse-stream";
	}

	@Override
	public void run(Narrator narrator) {
		narrator.asked("user: Tell me about the sea in fifty words.");
		ConverseStreamRequest request = ConverseStreamRequest.of(this.settings.textModel(),
				"Tell me about the sea in fifty words.");
		ConverseResponse response;
		try (RunningText text = narrator.running("got")) {
			response = this.bedrock.aggregateConverseStream(request, (event) -> text.print(event.text()));
		}
		narrator.got("aggregated: " + response.text().length() + " characters, stop reason: " + response.stopReason());
		narrator.facts(response);
	}

}
