package io.bedrockruntime.samples.tour;

import java.util.UUID;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Start of an asynchronous invocation, which is idempotent with a client request token.
 */
@Component
@Order(9)
class StartAsyncInvokeExample implements OperationExample {

	private final BedrockRuntimeOperations bedrock;

	private final Videos videos;

	StartAsyncInvokeExample(BedrockRuntimeOperations bedrock, Videos videos) {
		this.bedrock = bedrock;
		this.videos = videos;
	}

	@Override
	public String operation() {
		return "StartAsyncInvoke";
	}

	@Override
	public String http() {
		return "POST /async-invoke";
	}

	@Override
	public @Nullable String missingProperty() {
		return this.videos.missingProperty();
	}

	@Override
	public void run(Narrator narrator) {
		StartAsyncInvokeRequest request = this.videos.request("Waves at a lighthouse")
			.withClientRequestToken(UUID.randomUUID().toString());
		narrator.asked("a video of six seconds, with a clientRequestToken: Waves at a lighthouse");
		StartAsyncInvokeResponse response = this.bedrock.startAsyncInvoke(request);
		narrator.got(response.invocationArn());
		narrator.facts(response.responseMetadata());
		narrator.asked("the same with the same clientRequestToken");
		StartAsyncInvokeResponse again = this.bedrock.startAsyncInvoke(request);
		narrator.got(again.invocationArn().equals(response.invocationArn()) ? "the same invocation"
				: "another invocation: " + again.invocationArn());
		narrator.facts(again.responseMetadata());
	}

}
