package io.bedrockruntime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.bedrockruntime.model.ContractSamples;
import io.bedrockruntime.model.JsonText;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.testdata.Choices;
import io.bedrockruntime.testserver.RawServer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that everything in a response, now or in the future, is sent back unchanged when
 * the conversation continues.
 */
class EchoPropertyTests {

	private static final Duration WAIT = Duration.ofSeconds(60);

	private static RawServer server;

	private static ReactiveBedrockRuntimeTemplate client;

	@BeforeContainer
	static void start() {
		server = new RawServer();
		client = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(server.endpoint())
			.region("us-east-1")
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("akid", "secret")))
			.build();
	}

	@AfterContainer
	static void stop() {
		client.close();
		server.close();
	}

	@Provide
	Arbitrary<Choices> choices() {
		return Choices.any(800);
	}

	@Property(tries = 150)
	void whenMessageIsSentBackThenItArrivesAsItCame(@ForAll("choices") Choices choices) {
		JsonNode sample = new ContractSamples(choices).shape("Message");
		respond("{\"metrics\":{\"latencyMs\":4},\"new\":[null],\"output\":{\"message\":", JsonText.utf8(sample),
				"},\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3},\"stopReason\":\"new-reason\"}");
		ConverseRequest request = ConverseRequest.of("model", "Hello");
		ConverseResponse response = client.converse(request).block(WAIT);
		assertThat(response.toString()).doesNotContain(ContractSamples.CONTENT)
			.doesNotContain(ContractSamples.CONTENT_NUMBER);
		client.converse(request.toBuilder().add(response.message()).user("Go on").build()).block(WAIT);
		JsonNode arrived = JsonText.read(server.requests().get(1).body());
		JsonText.assertSame(arrived.get("messages").get(1), ContractSamples.withoutAbsent("Message", sample),
				"message");
	}

	private static void respond(String before, byte[] message, String after) {
		ByteArrayOutputStream response = new ByteArrayOutputStream();
		response.writeBytes(("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: "
				+ (before.length() + message.length + after.length()) + "\r\n\r\n" + before)
			.getBytes(StandardCharsets.US_ASCII));
		response.writeBytes(message);
		response.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
		server.requests().clear();
		server.respond((peer) -> peer.write(response.toByteArray()));
	}

}
