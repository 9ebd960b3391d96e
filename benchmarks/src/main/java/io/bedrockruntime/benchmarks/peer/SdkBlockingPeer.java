package io.bedrockruntime.benchmarks.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * The AWS SDK's blocking client.
 */
final class SdkBlockingPeer implements Peer {

	private final SdkHttpClient http;

	private final BedrockRuntimeClient client;

	SdkBlockingPeer(PeerSettings settings, SdkHttpClient http) {
		this.http = http;
		this.client = SdkRequests.configure(BedrockRuntimeClient.builder(), settings).httpClient(http).build();
	}

	@Override
	public boolean isBlocking() {
		return true;
	}

	@Override
	public boolean canStream() {
		return false;
	}

	@Override
	public CompletionStage<Integer> converse(Conversation conversation) {
		try {
			return CompletableFuture
				.completedFuture(SdkRequests.length(this.client.converse(SdkRequests.converse(conversation))));
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public CompletionStage<Integer> invoke(String modelId, byte[] body) {
		try {
			// Without a further copy, as users would read it.
			return CompletableFuture.completedFuture(
					this.client.invokeModel(SdkRequests.invoke(modelId, body)).body().asByteArrayUnsafe().length);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public Runnable converseStream(Conversation conversation, StreamListener listener) {
		throw new UnsupportedOperationException("The AWS SDK's blocking client has no ConverseStream");
	}

	@Override
	public void close() {
		this.client.close();
		this.http.close();
	}

}
