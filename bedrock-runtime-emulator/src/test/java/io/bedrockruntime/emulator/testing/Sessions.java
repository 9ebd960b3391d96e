package io.bedrockruntime.emulator.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.bedrockruntime.emulator.internal.support.Json;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.BidirectionalOutputPayloadPart;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithBidirectionalStreamInput;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithBidirectionalStreamResponseHandler;
import tools.jackson.databind.JsonNode;

/**
 * Sessions of the AWS SDK's client.
 */
public final class Sessions {

	public static final String SONIC = "amazon.nova-sonic-v1:0";

	public static final String START = "{\"event\":{\"sessionStart\":{\"inferenceConfiguration\":{\"maxTokens\":1024}}}}";

	public static final String PROMPT = "{\"event\":{\"promptStart\":{\"promptName\":\"p\",\"textOutputConfiguration\":"
			+ "{\"mediaType\":\"text/plain\"},\"audioOutputConfiguration\":{\"mediaType\":\"audio/lpcm\","
			+ "\"sampleRateHertz\":24000,\"sampleSizeBits\":16,\"channelCount\":1,\"voiceId\":\"tiffany\","
			+ "\"encoding\":\"base64\",\"audioType\":\"SPEECH\"}}}}";

	public static final String END = "{\"event\":{\"sessionEnd\":{}}}";

	private Sessions() {
	}

	public static List<String> textContent(String name, String role, String text) {
		return List.of(
				"{\"event\":{\"contentStart\":{\"promptName\":\"p\",\"contentName\":\"" + name
						+ "\",\"type\":\"TEXT\",\"role\":\"" + role + "\"}}}",
				"{\"event\":{\"textInput\":{\"promptName\":\"p\",\"contentName\":\"" + name + "\",\"content\":\"" + text
						+ "\"}}}",
				"{\"event\":{\"contentEnd\":{\"promptName\":\"p\",\"contentName\":\"" + name + "\"}}}");
	}

	public static List<String> audioContent(String name, int bytes) {
		String samples = Base64.getEncoder().encodeToString(new byte[bytes]);
		return List.of(
				"{\"event\":{\"contentStart\":{\"promptName\":\"p\",\"contentName\":\"" + name
						+ "\",\"type\":\"AUDIO\",\"interactive\":true,\"role\":\"USER\",\"audioInputConfiguration\":"
						+ "{\"sampleRateHertz\":16000}}}}",
				"{\"event\":{\"audioInput\":{\"promptName\":\"p\",\"contentName\":\"" + name + "\",\"content\":\""
						+ samples + "\"}}}",
				"{\"event\":{\"contentEnd\":{\"promptName\":\"p\",\"contentName\":\"" + name + "\"}}}");
	}

	public static Session open(BedrockRuntimeAsyncClient client, String modelId, Flux<String> contents) {
		return openBytes(client, modelId, contents.map((content) -> content.getBytes(StandardCharsets.UTF_8)));
	}

	public static Session openBytes(BedrockRuntimeAsyncClient client, String modelId, Flux<byte[]> contents) {
		ConcurrentLinkedQueue<byte[]> received = new ConcurrentLinkedQueue<>();
		Publisher<InvokeModelWithBidirectionalStreamInput> input = contents
			.map((content) -> InvokeModelWithBidirectionalStreamInput.chunkBuilder()
				.bytes(SdkBytes.fromByteArrayUnsafe(content))
				.build());
		CompletableFuture<Void> done = client.invokeModelWithBidirectionalStream((request) -> request.modelId(modelId),
				input,
				InvokeModelWithBidirectionalStreamResponseHandler.builder()
					.onEventStream((events) -> events.subscribe(
							(event) -> received.add(((BidirectionalOutputPayloadPart) event).bytes().asByteArray())))
					.build());
		return new Session(done, received);
	}

	public record Session(CompletableFuture<Void> done, ConcurrentLinkedQueue<byte[]> received) {

		public List<String> texts() {
			return this.received.stream().map((content) -> new String(content, StandardCharsets.UTF_8)).toList();
		}

		/** The names of Nova Sonic's events. */
		public List<String> names() {
			return events().stream().map((event) -> event.propertyNames().iterator().next()).toList();
		}

		public List<JsonNode> events() {
			return this.received.stream().map((content) -> Json.read(content).path("event")).toList();
		}

		public List<String> said(String role) {
			return events().stream()
				.map((event) -> event.path("textOutput"))
				.filter((text) -> text.path("role").asString("").equals(role))
				.map((text) -> text.path("content").asString(""))
				.toList();
		}

	}

}
