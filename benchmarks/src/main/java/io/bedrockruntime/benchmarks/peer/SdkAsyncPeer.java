package io.bedrockruntime.benchmarks.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/**
 * The AWS SDK's asynchronous client.
 */
final class SdkAsyncPeer implements Peer {

	private final SdkAsyncHttpClient http;

	private final BedrockRuntimeAsyncClient client;

	SdkAsyncPeer(PeerSettings settings, SdkAsyncHttpClient http) {
		this.http = http;
		this.client = SdkRequests.configure(BedrockRuntimeAsyncClient.builder(), settings).httpClient(http).build();
	}

	@Override
	public CompletionStage<Integer> converse(Conversation conversation) {
		return this.client.converse(SdkRequests.converse(conversation)).thenApply(SdkRequests::length);
	}

	@Override
	public CompletionStage<Integer> invoke(String modelId, byte[] body) {
		return this.client.invokeModel(SdkRequests.invoke(modelId, body))
			.thenApply((response) -> response.body().asByteArrayUnsafe().length);
	}

	@Override
	public Runnable converseStream(Conversation conversation, StreamListener listener) {
		CompletableFuture<Void> call = this.client.converseStream(SdkRequests.converseStream(conversation),
				ConverseStreamResponseHandler.builder()
					.subscriber(ConverseStreamResponseHandler.Visitor.builder()
						.onContentBlockDelta((event) -> notify(listener, event))
						.onDefault((event) -> listener.other())
						.build())
					.build());
		call.whenComplete((result, failure) -> {
			if (!call.isCancelled()) {
				listener.end(failure);
			}
		});
		return () -> call.cancel(true);
	}

	private static void notify(StreamListener listener, ContentBlockDeltaEvent event) {
		String text = event.delta().text();
		if (text != null) {
			listener.text(text);
		}
		else {
			listener.other();
		}
	}

	@Override
	public void close() {
		this.client.close();
		this.http.close();
	}

}
