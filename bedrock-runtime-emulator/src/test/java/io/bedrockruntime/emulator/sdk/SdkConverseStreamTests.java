package io.bedrockruntime.emulator.sdk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.testing.SdkClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;

import static org.assertj.core.api.Assertions.assertThat;

class SdkConverseStreamTests {

	private static BedrockRuntimeEmulator emulator;

	private static BedrockRuntimeAsyncClient client;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();
		client = SdkClients.async(emulator);
	}

	@AfterAll
	static void stop() {
		client.close();
		emulator.close();
	}

	@Test
	void whenStreamIsAggregatedThenItEqualsTheUnaryResponse() throws Exception {
		List<ConverseStreamOutput> events = new ArrayList<>();
		stream(request("Tell me about rivers"), events).get(20, TimeUnit.SECONDS);
		try (BedrockRuntimeClient unary = SdkClients.sync(emulator)) {
			ConverseResponse whole = unary
				.converse((request) -> request.modelId(SdkClients.MODEL).messages(user("Tell me about rivers")));
			assertThat(text(events)).isEqualTo(whole.output().message().content().get(0).text());
			MessageStopEvent stop = (MessageStopEvent) events.get(events.size() - 2);
			assertThat(stop.stopReason()).isEqualTo(whole.stopReason());
			ConverseStreamMetadataEvent metadata = (ConverseStreamMetadataEvent) events.get(events.size() - 1);
			assertThat(metadata.usage()).isEqualTo(whole.usage());
		}
	}

	@Test
	void whenTwoHundredStreamAtOnceThenAllComeToTheirEnd() {
		List<List<ConverseStreamOutput>> all = new ArrayList<>();
		List<CompletableFuture<Void>> futures = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			List<ConverseStreamOutput> events = new ArrayList<>();
			all.add(events);
			futures.add(stream(request("Question " + i), events));
		}
		assertThat(CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)))
			.succeedsWithin(Duration.ofSeconds(60));
		for (int i = 0; i < 200; i++) {
			assertThat(text(all.get(i))).contains("> Question " + i);
			assertThat(all.get(i)).last().isInstanceOf(ConverseStreamMetadataEvent.class);
		}
	}

	private static CompletableFuture<Void> stream(ConverseStreamRequest request, List<ConverseStreamOutput> events) {
		return client.converseStream(request,
				ConverseStreamResponseHandler.builder()
					.onEventStream((publisher) -> publisher.subscribe(events::add))
					.build());
	}

	private static ConverseStreamRequest request(String text) {
		return ConverseStreamRequest.builder().modelId(SdkClients.MODEL).messages(user(text)).build();
	}

	private static Message user(String text) {
		return Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText(text)).build();
	}

	private static String text(List<ConverseStreamOutput> events) {
		StringBuilder text = new StringBuilder();
		for (ConverseStreamOutput event : events) {
			if (event instanceof ContentBlockDeltaEvent delta && delta.delta().text() != null) {
				text.append(delta.delta().text());
			}
		}
		return text.toString();
	}

}
