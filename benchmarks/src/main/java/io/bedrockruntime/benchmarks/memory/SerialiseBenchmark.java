package io.bedrockruntime.benchmarks.memory;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.converse.ConverseRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/**
 * Benchmark of writing the JSON of a Converse request.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class SerialiseBenchmark {

	private static final String MODEL = "us.anthropic.claude-sonnet-4-20250514-v1:0";

	/** Number of messages of 200 characters in the conversation. */
	@Param({ "1", "200" })
	public int messages = 1;

	private final SdkJson sdkJson = new SdkJson();

	private ConverseRequest request;

	private software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest sdkRequest;

	/**
	 * Create the requests.
	 */
	@Setup
	public void setUp() {
		List<Message> messages = new ArrayList<>();
		List<software.amazon.awssdk.services.bedrockruntime.model.Message> sdkMessages = new ArrayList<>();
		for (int i = 0; i < this.messages; i++) {
			String text = "A line of \"text\"\n and more".repeat(8).substring(0, 200);
			messages.add((i % 2 == 0) ? Message.user(text) : Message.assistant(text));
			String role = (i % 2 == 0) ? "user" : "assistant";
			sdkMessages.add(software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
				.role(role)
				.content(ContentBlock.fromText(text))
				.build());
		}
		this.request = ConverseRequest.builder(MODEL)
			.messages(messages)
			.system("Answer briefly.")
			.maxTokens(512)
			.temperature(0.5f)
			.build();
		this.sdkRequest = software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest.builder()
			.modelId(MODEL)
			.messages(sdkMessages)
			.system(SystemContentBlock.fromText("Answer briefly."))
			.inferenceConfig((inference) -> inference.maxTokens(512).temperature(0.5f))
			.build();
	}

	/**
	 * Our JSON mapper, up to the body.
	 */
	@Benchmark
	public byte[] ours() {
		return BedrockRuntimeJson.mapper().writeValueAsBytes(this.request);
	}

	/**
	 * The SDK's marshaller, up to an HTTP request with its body.
	 */
	@Benchmark
	public SdkHttpFullRequest sdk() {
		return this.sdkJson.write(this.sdkRequest);
	}

}
