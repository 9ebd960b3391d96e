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
 * Streams as the SDK's client decodes them, all of its layers, for a visitor.
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
		this.client = ReadyHttpClient.answering(body);
	}

	Tally read(String kind) {
		return kind.equals(SampleStream.DELTAS) ? converse() : invoke();
	}

	private Tally converse() {
		Tally tally = new Tally();
		this.client
			.converseStream(CONVERSE,
					ConverseStreamResponseHandler.builder()
						.subscriber(ConverseStreamResponseHandler.Visitor.builder()
							.onContentBlockDelta((event) -> tally.event(event.delta().text().length()))
							.onDefault((event) -> tally.event(0))
							.build())
						.build())
			.join();
		return tally;
	}

	private Tally invoke() {
		Tally tally = new Tally();
		this.client
			.invokeModelWithResponseStream(INVOKE,
					InvokeModelWithResponseStreamResponseHandler.builder()
						.subscriber(InvokeModelWithResponseStreamResponseHandler.Visitor.builder()
							.onChunk((chunk) -> tally.event(chunk.bytes().asByteArrayUnsafe().length))
							.onDefault((event) -> tally.event(0))
							.build())
						.build())
			.join();
		return tally;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
