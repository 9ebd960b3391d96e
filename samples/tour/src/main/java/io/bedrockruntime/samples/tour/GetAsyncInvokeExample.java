package io.bedrockruntime.samples.tour;

import java.time.Duration;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Waiting for an asynchronous invocation.
 */
@Component
@Order(10)
class GetAsyncInvokeExample implements OperationExample {

	private static final Duration TIMEOUT = Duration.ofMinutes(10);

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
	public void run(Narrator narrator) {
		String arn = this.bedrock.startAsyncInvoke(this.videos.request("A ship that passes by")).invocationArn();
		narrator.asked("to wait for " + arn);
		GetAsyncInvokeResponse awaited = this.bedrock.awaitAsyncInvoke(arn, TIMEOUT);
		narrator.got(awaited.status() + ", " + awaited.modelArn());
		if (awaited.endTime() != null) {
			Duration duration = Duration.between(awaited.submitTime(), awaited.endTime());
			narrator.got("duration reported by the service: " + duration.toMillis() + " ms");
		}
		narrator.facts(awaited.responseMetadata());
		narrator.asked("the status, without waiting");
		GetAsyncInvokeResponse response = this.bedrock.getAsyncInvoke(new GetAsyncInvokeRequest(arn));
		narrator.got(response.status().toString());
		narrator.facts(response.responseMetadata());
	}

}
