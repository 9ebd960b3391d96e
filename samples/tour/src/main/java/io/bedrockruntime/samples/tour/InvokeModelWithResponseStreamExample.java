package io.bedrockruntime.samples.tour;

import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse;
import io.bedrockruntime.model.invoke.ResponseStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A response in the native format of a model, chunk by chunk.
 */
@Component
@Order(5)
class InvokeModelWithResponseStreamExample implements OperationExample {

	private final ReactiveBedrockRuntimeOperations bedrock;

	private final TourSettings settings;

	private final JsonMapper json;

	InvokeModelWithResponseStreamExample(ReactiveBedrockRuntimeOperations bedrock, TourSettings settings,
			JsonMapper json) {
		this.bedrock = bedrock;
		this.settings = settings;
		this.json = json;
	}

	@Override
	public String operation() {
		return "InvokeModelWithResponseStream";
	}

	@Override
	public String http() {
		return "POST /model/{modelId}/invoke-with-response-stream";
	}

	@Override
	public void run(Narrator narrator) {
		narrator.asked("in the format of Amazon Nova: Name three rivers.");
		InvokeModelWithResponseStreamRequest request = InvokeModelWithResponseStreamRequest
			.builder(this.settings.textModel())
			.body("""
					{
					  "schemaVersion": "messages-v1",
					  "messages": [ { "role": "user", "content": [ { "text": "Name three rivers." } ] } ]
					}
					""")
			.build();
		AtomicReference<InvokeModelWithResponseStreamResponse> response = new AtomicReference<>();
		JsonNode last;
		try (RunningText text = narrator.running("got")) {
			last = this.bedrock.invokeModelWithResponseStream(request, response::set)
				.map(ResponseStream::bytes)
				.map((bytes) -> this.json.readTree(bytes.asInputStream()))
				.doOnNext((chunk) -> text.print(chunk.at("/contentBlockDelta/delta/text").asString("")))
				.blockLast();
		}
		JsonNode metrics = (last != null) ? last.path("amazon-bedrock-invocationMetrics")
				: this.json.createObjectNode();
		narrator.note("usage", metrics.path("inputTokenCount").asInt() + " input tokens, "
				+ metrics.path("outputTokenCount").asInt() + " output tokens (from the last chunk)");
		narrator.facts(response.get().responseMetadata());
	}

}
