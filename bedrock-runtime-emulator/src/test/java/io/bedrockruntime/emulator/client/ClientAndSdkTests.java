package io.bedrockruntime.emulator.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.testing.SdkClients;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ImageBlock;
import io.bedrockruntime.model.content.ImageFormat;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.model.invoke.Trace;
import io.bedrockruntime.model.tool.Tool;
import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import io.bedrockruntime.stream.EventStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same conversations with this client and with the AWS SDK: the requests are equal on
 * the wire, and so are the results.
 */
@SuppressWarnings("unchecked") // the SDK does not declare its generic varargs safe
class ClientAndSdkTests {

	private static final String MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static BedrockRuntimeEmulator emulator;

	private static ReactiveBedrockRuntimeTemplate reactive;

	private static BedrockRuntimeOperations ours;

	private static BedrockRuntimeClient sdk;

	private static BedrockRuntimeAsyncClient sdkAsync;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder()
			.tokensPerSecond(0)
			.guardrail(EmulatedGuardrail.builder("gr1").blockedWords("Rivaltech").build())
			.start();
		reactive = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(emulator.endpoint())
			.region(emulator.region())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(emulator.accessKeyId(), emulator.secretAccessKey())))
			.build();
		ours = new BedrockRuntimeTemplate(reactive);
		sdk = SdkClients.sync(emulator);
		sdkAsync = SdkClients.async(emulator);
	}

	@AfterAll
	static void stop() {
		reactive.close();
		sdk.close();
		sdkAsync.close();
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	@Test
	void conversationOfSeveralTurnsIsTheSame() {
		ConverseResponse first = ours.converse(ConverseRequest.builder(MODEL)
			.system("Be brief.")
			.user("What is 2 \u00D7 3? \uD83D\uDE00")
			.maxTokens(400)
			.temperature(0.3f)
			.stopSequences("END")
			.build());
		ConverseResponse second = ours.converse(ConverseRequest.builder(MODEL)
			.messages(Message.user("What is 2 \u00D7 3? \uD83D\uDE00"), first.message(), Message.user("And code?"))
			.build());
		var sdkFirst = sdk.converse((request) -> request.modelId(MODEL)
			.system((system) -> system.text("Be brief."))
			.messages((message) -> message.role(ConversationRole.USER)
				.content((content) -> content.text("What is 2 \u00D7 3? \uD83D\uDE00")))
			.inferenceConfig((config) -> config.maxTokens(400).temperature(0.3f).stopSequences("END")));
		var sdkSecond = sdk.converse((request) -> request.modelId(MODEL)
			.messages(
					software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
						.role(ConversationRole.USER)
						.content((content) -> content.text("What is 2 \u00D7 3? \uD83D\uDE00"))
						.build(),
					sdkFirst.output().message(),
					software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
						.role(ConversationRole.USER)
						.content((content) -> content.text("And code?"))
						.build()));
		assertSameRequests(2);
		assertThat(first.text()).isEqualTo(sdkFirst.output().message().content().get(0).text());
		assertThat(second.text()).isEqualTo(sdkSecond.output().message().content().get(0).text()).contains("```");
		assertThat(second.stopReason().value()).isEqualTo(sdkSecond.stopReasonAsString());
		assertThat(second.usage().inputTokens()).isEqualTo(sdkSecond.usage().inputTokens());
		assertThat(second.usage().outputTokens()).isEqualTo(sdkSecond.usage().outputTokens());
		assertThat(second.responseMetadata().requestId()).isNotBlank();
	}

	@Test
	void toolRoundTripIsTheSame() {
		String schema = "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"]}";
		Tool tool = Tool.toolSpec(ToolSpecification.of("get_weather", ToolInputSchema.json(schema)));
		Message question = Message.user("Use get_weather for Lisbon");
		ConverseResponse call = ours.converse((request) -> request.modelId(MODEL).add(question).tools(tool));
		assertThat(call.stopReason()).isEqualTo(StopReason.TOOL_USE);
		ToolUseBlock toolUse = call.toolUses().get(0);
		assertThat(toolUse.input().get("city").stringValue()).isEqualTo("Lisbon");
		JsonNode weather = BedrockRuntimeJson.mapper().readTree("{\"celsius\":21}");
		ConverseResponse answer = ours.converse(ConverseRequest.builder(MODEL)
			.messages(question, call.message(),
					Message.user(ContentBlock.toolResult(ToolResultBlock.json(toolUse.toolUseId(), weather))))
			.tools(tool)
			.build());

		Document sdkSchema = Document.mapBuilder()
			.putString("type", "object")
			.putDocument("properties",
					Document.mapBuilder()
						.putDocument("city", Document.mapBuilder().putString("type", "string").build())
						.build())
			.putList("required", List.of(Document.fromString("city")))
			.build();
		var sdkTool = software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration.builder()
			.tools((builder) -> builder
				.toolSpec((spec) -> spec.name("get_weather").inputSchema((inputSchema) -> inputSchema.json(sdkSchema))))
			.build();
		var sdkQuestion = software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
			.role(ConversationRole.USER)
			.content((content) -> content.text("Use get_weather for Lisbon"))
			.build();
		var sdkCall = sdk.converse((request) -> request.modelId(MODEL).messages(sdkQuestion).toolConfig(sdkTool));
		var sdkToolUse = sdkCall.output()
			.message()
			.content()
			.stream()
			.filter((block) -> block.toolUse() != null)
			.findFirst()
			.orElseThrow()
			.toolUse();
		var sdkResult = software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
			.role(ConversationRole.USER)
			.content((content) -> content.toolResult((result) -> result.toolUseId(sdkToolUse.toolUseId())
				.content((json) -> json.json(Document.mapBuilder().putNumber("celsius", 21).build()))))
			.build();
		var sdkAnswer = sdk.converse((request) -> request.modelId(MODEL)
			.messages(sdkQuestion, sdkCall.output().message(), sdkResult)
			.toolConfig(sdkTool));
		assertSameRequests(2);
		assertThat(answer.text()).isEqualTo(sdkAnswer.output().message().content().get(0).text()).contains("21");
	}

	@Test
	void streamIsTheSame() {
		StringBuilder text = new StringBuilder();
		List<String> kinds = new ArrayList<>();
		try (EventStream<ConverseStreamOutput> events = ours.converseStream(
				ConverseStreamRequest.builder(MODEL).user("Show me code, with \"quotes\" and \t tabs").build())) {
			for (ConverseStreamOutput event : events) {
				text.append(event.text());
				kinds.add(BedrockRuntimeJson.memberName(event));
			}
		}
		StringBuilder sdkText = new StringBuilder();
		List<String> sdkKinds = new ArrayList<>();
		sdkAsync.converseStream(
				(request) -> request.modelId(MODEL)
					.messages((message) -> message.role(ConversationRole.USER)
						.content((content) -> content.text("Show me code, with \"quotes\" and \t tabs"))),
				ConverseStreamResponseHandler.builder().onEventStream((publisher) -> publisher.subscribe((event) -> {
					String kind = event.sdkEventType().toString();
					sdkKinds.add(kind);
					if (event instanceof ContentBlockDeltaEvent delta) {
						sdkText.append(delta.delta().text());
					}
				})).build())
			.join();
		assertSameRequests(1);
		assertThat(text).hasToString(sdkText.toString()).contains("```");
		assertThat(kinds).isEqualTo(sdkKinds);
	}

	@Test
	void imageIsTheSame() {
		byte[] bytes = "no real image".getBytes(StandardCharsets.UTF_8);
		ConverseResponse response = ours.converse(ConverseRequest.builder(MODEL)
			.user(ContentBlock.text("What is it?"), ContentBlock.image(ImageBlock.of(ImageFormat.PNG, bytes)))
			.build());
		var sdkResponse = sdk.converse((request) -> request.modelId(MODEL)
			.messages((message) -> message.role(ConversationRole.USER)
				.content((content) -> content.text("What is it?"),
						(content) -> content.image((image) -> image
							.format(software.amazon.awssdk.services.bedrockruntime.model.ImageFormat.PNG)
							.source((source) -> source.bytes(SdkBytes.fromByteArray(bytes)))))));
		assertSameRequests(1);
		assertThat(response.text()).isEqualTo(sdkResponse.output().message().content().get(0).text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "anthropic.claude-3-haiku-20240307-v1:0", "eu.amazon.nova-lite-v1:0",
			"arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0",
			"arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456",
			"arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123def456" })
	void modelIdentifierIsTheSameInThePath(String modelId) {
		ours.converse(ConverseRequest.of(modelId, "Hello"));
		sdk.converse((request) -> request.modelId(modelId)
			.messages((message) -> message.role(ConversationRole.USER).content((content) -> content.text("Hello"))));
		assertSameRequests(1);
		assertThat(emulator.requests().get(0).rawPath()).doesNotContain(":").endsWith("/converse");
	}

	@Test
	void invokeModelIsTheSame() {
		String body = "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":200,"
				+ "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
		InvokeModelResponse response = ours.invokeModel(InvokeModelRequest.builder(MODEL)
			.body(body)
			.contentType("application/json")
			.accept("application/json")
			.trace(Trace.ENABLED)
			.guardrailIdentifier("gr1")
			.guardrailVersion("DRAFT")
			.build());
		var sdkResponse = sdk.invokeModel((request) -> request.modelId(MODEL)
			.body(SdkBytes.fromUtf8String(body))
			.contentType("application/json")
			.accept("application/json")
			.trace("ENABLED")
			.guardrailIdentifier("gr1")
			.guardrailVersion("DRAFT"));
		assertSameRequests(1);
		assertThat(response.contentType()).isEqualTo(sdkResponse.contentType());
		assertThat(BedrockRuntimeJson.mapper().readTree(response.body().asByteArray()).get("content"))
			.isEqualTo(BedrockRuntimeJson.mapper().readTree(sdkResponse.body().asByteArray()).get("content"));
	}

	@Test
	void invokeModelWithResponseStreamIsTheSame() {
		String body = "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":200,"
				+ "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
		List<InvokeModelWithResponseStreamResponse> responses = new ArrayList<>();
		List<String> chunks = new ArrayList<>();
		try (EventStream<ResponseStream> events = ours.invokeModelWithResponseStream(
				InvokeModelWithResponseStreamRequest.builder(MODEL).body(body).accept("application/json").build(),
				responses::add)) {
			for (ResponseStream event : events) {
				chunks.add(((ResponseStream.Chunk) event).chunk().bytes().asUtf8String());
			}
		}
		List<String> sdkChunks = new ArrayList<>();
		List<String> sdkContentTypes = new ArrayList<>();
		sdkAsync.invokeModelWithResponseStream(
				(request) -> request.modelId(MODEL).body(SdkBytes.fromUtf8String(body)).accept("application/json"),
				InvokeModelWithResponseStreamResponseHandler.builder()
					.onResponse((response) -> sdkContentTypes.add(response.contentType()))
					.onEventStream((publisher) -> publisher
						.subscribe((event) -> sdkChunks.add(((PayloadPart) event).bytes().asUtf8String())))
					.build())
			.join();
		assertSameRequests(1);
		assertThat(responses).singleElement()
			.satisfies((response) -> assertThat(response.contentType()).isEqualTo(sdkContentTypes.get(0)));
		assertThat(kinds(chunks)).isEqualTo(kinds(sdkChunks)).contains("message_start", "message_stop");
	}

	/**
	 * Compare the first requests, which are ours, with the others, which are the SDK's.
	 */
	private static void assertSameRequests(int number) {
		List<RecordedRequest> requests = emulator.requests();
		assertThat(requests).hasSize(2 * number);
		for (int i = 0; i < number; i++) {
			RecordedRequest our = requests.get(i);
			RecordedRequest their = requests.get(number + i);
			assertThat(our.method()).isEqualTo(their.method());
			assertThat(our.rawPath()).isEqualTo(their.rawPath());
			assertThat(our.rawQuery()).isEqualTo(their.rawQuery());
			assertThat(json(our)).isEqualTo(json(their));
			assertThat(boundHeaders(our)).isEqualTo(boundHeaders(their));
		}
	}

	private static JsonNode json(RecordedRequest request) {
		// The identifier of a tool use differs from call to call.
		return BedrockRuntimeJson.mapper()
			.readTree(new String(request.body(), StandardCharsets.UTF_8).replaceAll("tooluse_\\w+", "tooluse"));
	}

	private static List<String> boundHeaders(RecordedRequest request) {
		return request.headers()
			.stream()
			.map((header) -> header.name().toLowerCase(Locale.ROOT) + ": " + header.value())
			.filter((header) -> header.startsWith("content-type") || header.startsWith("x-amzn-bedrock"))
			.sorted()
			.toList();
	}

	private static List<String> kinds(List<String> chunks) {
		return chunks.stream()
			.map(BedrockRuntimeJson.mapper()::readTree)
			.map((json) -> json.get("type").stringValue())
			.toList();
	}

}
