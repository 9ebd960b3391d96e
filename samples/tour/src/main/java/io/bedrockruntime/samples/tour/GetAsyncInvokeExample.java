package io.bedrockruntime.samples.tour;

import java.time.Duration;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Waiting for work that goes on by itself.
 */
@Component
@Order(10)
class GetAsyncInvokeExample implements OperationExample {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final BedrockRuntimeOperations bedrock;

	private final Videos videos;

	GetAsyncInvokeExample(BedrockRuntimeOperations bedrock, Videos videos) {
		this.bedrock = bedrock;
		this.videos = videos;
	}

	@Override
	public String operation() {
		return "GetAsyncInvoke";
	}

	@Override
	public String http() {
		return "GET /async-invoke/{invocationArn}";
	}

	@Override
	public @Nullable String missingProperty() {
		return this.videos.missingProperty();
	}

	@Override
	public void visit(Narrator narrator) {
		String arn = this.bedrock.startAsyncInvoke(this.videos.request("A ship that passes by")).invocationArn();
		narrator.asked("to wait for " + arn);
		GetAsyncInvokeResponse awaited = this.bedrock.awaitAsyncInvoke(arn, PATIENCE);
		narrator.got(awaited.status() + ", " + awaited.modelArn());
		if (awaited.endTime() != null) {
			Duration duration = Duration.between(awaited.submitTime(), awaited.endTime());
			narrator.got("it took " + duration.toMillis() + " ms by the service's clock");
		}
		narrator.facts(awaited.responseMetadata());
		narrator.asked("once more, without waiting");
		GetAsyncInvokeResponse response = this.bedrock.getAsyncInvoke(new GetAsyncInvokeRequest(arn));
		narrator.got(response.status().toString());
		narrator.facts(response.responseMetadata());
	}

}
