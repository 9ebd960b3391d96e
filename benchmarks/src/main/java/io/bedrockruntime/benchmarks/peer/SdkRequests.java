package io.bedrockruntime.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeBaseClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/**
 * Settings, requests and responses of the AWS SDK's clients.
 */
final class SdkRequests {

	private SdkRequests() {
	}

	static <B extends BedrockRuntimeBaseClientBuilder<B, ?>> B configure(B builder, PeerSettings settings) {
		return builder.endpointOverride(settings.endpoint())
			.region(Region.of(ExampleCredentials.REGION))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(ExampleCredentials.ACCESS_KEY, ExampleCredentials.SECRET_KEY)))
			.overrideConfiguration((configuration) -> configuration.retryStrategy(RetryMode.STANDARD));
	}

	static ConverseRequest converse(Conversation conversation) {
		return ConverseRequest.builder().modelId(conversation.modelId()).messages(messages(conversation)).build();
	}

	static ConverseStreamRequest converseStream(Conversation conversation) {
		return ConverseStreamRequest.builder().modelId(conversation.modelId()).messages(messages(conversation)).build();
	}

	static InvokeModelRequest invoke(String modelId, byte[] body) {
		return InvokeModelRequest.builder()
			.modelId(modelId)
			.body(SdkBytes.fromByteArrayUnsafe(body))
			.contentType("application/json")
			.accept("application/json")
			.build();
	}

	static int length(ConverseResponse response) {
		int length = 0;
		for (ContentBlock block : response.output().message().content()) {
			length += (block.text() != null) ? block.text().length() : 0;
		}
		return length;
	}

	private static List<Message> messages(Conversation conversation) {
		List<Message> messages = new ArrayList<>(conversation.texts().size());
		for (String text : conversation.texts()) {
			messages.add(Message.builder()
				.role((messages.size() % 2 == 0) ? ConversationRole.USER : ConversationRole.ASSISTANT)
				.content(ContentBlock.fromText(text))
				.build());
		}
		return messages;
	}

}
