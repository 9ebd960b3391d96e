package io.bedrockruntime.benchmarks.memory;

import java.nio.ByteBuffer;

import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/**
 * Streams that the SDK's client decodes with all of its layers and a visitor.
 */
final class SdkStreams implements AutoCloseable {

	private static final ConverseStreamRequest CONVERSE = ConverseStreamRequest.builder()
		.modelId("model")
		.messages(Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText("text")).build())
		.build();

	private static final InvokeModelWithResponseStreamRequest INVOKE = InvokeModelWithResponseStreamRequest.builder()
		.modelId("model")
		.body(SdkBytes.fromUtf8String("{}"))
		.build();

	private final BedrockRuntimeAsyncClient client;

	SdkStreams(Publisher<ByteBuffer> body) {
		this.client = InMemoryHttpClient.clientFor(body);
	}

	EventCount read(String kind) {
		return kind.equals(SampleStream.DELTAS) ? converse() : invoke();
	}

	private EventCount converse() {
		EventCount count = new EventCount();
		this.client
			.converseStream(CONVERSE,
					ConverseStreamResponseHandler.builder()
						.subscriber(ConverseStreamResponseHandler.Visitor.builder()
							.onContentBlockDelta((event) -> count.event(event.delta().text().length()))
							.onDefault((event) -> count.event(0))
							.build())
						.build())
			.join();
		return count;
	}

	private EventCount invoke() {
		EventCount count = new EventCount();
		this.client
			.invokeModelWithResponseStream(INVOKE,
					InvokeModelWithResponseStreamResponseHandler.builder()
						.subscriber(InvokeModelWithResponseStreamResponseHandler.Visitor.builder()
							.onChunk((chunk) -> count.event(chunk.bytes().asByteArrayUnsafe().length))
							.onDefault((event) -> count.event(0))
							.build())
						.build())
			.join();
		return count;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
