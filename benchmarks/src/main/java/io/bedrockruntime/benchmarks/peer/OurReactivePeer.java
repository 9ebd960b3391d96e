package io.bedrockruntime.benchmarks.peer;

import java.util.concurrent.CompletionStage;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.settings.ConnectionSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Our reactive client.
 *
 * @param operations the client
 * @param closing the action that closes the client
 */
record OurReactivePeer(ReactiveBedrockRuntimeOperations operations, Runnable closing) implements Peer {

	static Peer ofCore(PeerSettings settings) {
		ReactiveBedrockRuntimeTemplate template = ReactiveBedrockRuntimeTemplate.builder()
			.region(ExampleCredentials.REGION)
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(ExampleCredentials.ACCESS_KEY, ExampleCredentials.SECRET_KEY)))
			.endpoint(settings.endpoint())
			.connectionSettings(ConnectionSettings.defaults()
				.withMaxConnections(settings.connections())
				.withMaxPendingAcquires(10_000))
			.build();
		return new OurReactivePeer(template, template::close);
	}

	@Override
	public CompletionStage<Integer> converse(Conversation conversation) {
		return ResponseLengths.of(this.operations.converse(OurRequests.converse(conversation))
			.map((response) -> response.text().length()));
	}

	@Override
	public CompletionStage<Integer> invoke(String modelId, byte[] body) {
		return ResponseLengths.of(this.operations.invokeModel(OurRequests.invoke(modelId, body))
			.map((response) -> response.body().size()));
	}

	@Override
	public Runnable converseStream(Conversation conversation, StreamListener listener) {
		return this.operations.converseStream(OurRequests.converseStream(conversation))
			.subscribe((event) -> OurRequests.notify(listener, event), listener::end,
					() -> listener.end(null))::dispose;
	}

	@Override
	public void close() {
		this.closing.run();
	}

}
