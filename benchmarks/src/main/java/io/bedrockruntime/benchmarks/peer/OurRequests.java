package io.bedrockruntime.benchmarks.peer;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.converse.ConversationBuilder;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;

/**
 * Factory of requests for our client, and adapter of its events.
 */
final class OurRequests {

	private OurRequests() {
	}

	static ConverseRequest converse(Conversation conversation) {
		return fill(ConverseRequest.builder(conversation.modelId()), conversation).build();
	}

	static ConverseStreamRequest converseStream(Conversation conversation) {
		return fill(ConverseStreamRequest.builder(conversation.modelId()), conversation).build();
	}

	static InvokeModelRequest invoke(String modelId, byte[] body) {
		return InvokeModelRequest.builder(modelId)
			.body(Blob.wrap(body))
			.contentType("application/json")
			.accept("application/json")
			.build();
	}

	static void notify(StreamListener listener, ConverseStreamOutput event) {
		String text = event.text();
		if (text.isEmpty()) {
			listener.other();
		}
		else {
			listener.text(text);
		}
	}

	private static <B extends ConversationBuilder<B>> B fill(B builder, Conversation conversation) {
		boolean user = true;
		for (String text : conversation.texts()) {
			builder = user ? builder.user(text) : builder.assistant(text);
			user = !user;
		}
		return builder;
	}

}
