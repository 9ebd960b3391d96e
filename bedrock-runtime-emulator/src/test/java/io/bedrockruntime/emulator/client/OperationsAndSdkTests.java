package io.bedrockruntime.emulator.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.auth.SignatureVersion4;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.testing.SdkClients;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeOutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeS3OutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeStatus;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.asyncinvoke.SortAsyncInvocationBy;
import io.bedrockruntime.model.asyncinvoke.SortOrder;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.Tag;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.counttokens.CountTokensInput;
import io.bedrockruntime.model.counttokens.CountTokensRequest;
import io.bedrockruntime.model.counttokens.InvokeModelTokensRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentQualifier;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.model.guardrail.GuardrailImageBlock;
import io.bedrockruntime.model.guardrail.GuardrailImageFormat;
import io.bedrockruntime.model.guardrail.GuardrailImageSource;
import io.bedrockruntime.model.guardrail.GuardrailOutputScope;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailTextBlock;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksConfig;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksContentBlock;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksContentFilterCategory;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksContentFilterCategoryConfig;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksContentFilterConfig;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksMessage;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksPromptAttackCategory;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksPromptAttackCategoryConfig;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksPromptAttackConfig;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksRole;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksSensitiveInformationConfig;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksSensitiveInformationEntityConfig;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksSensitiveInformationEntityType;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.tool.Tool;
import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import io.bedrockruntime.settings.RequestDefaults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operations without generation, called by this client and by the AWS SDK: the
 * requests are equal and validly signed, and have the same outcome.
 */
@SuppressWarnings("unchecked") // the SDK does not declare its generic varargs safe
class OperationsAndSdkTests {

	private static final String MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final String PROFILE = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.nova-lite-v1:0";

	private static final String GUARDRAIL = "arn:aws:bedrock:us-east-1:123456789012:guardrail/ab12cd34ef56";

	private static final String INVOCATION = "arn:aws:bedrock:us-east-1:123456789012:async-invoke/ab12cd34ef56";

	private static final String TEXT = "What is 2 \u00D7 3? \uD83D\uDE00 \"quoted\"";

	private static final Pattern AUTHORIZATION = Pattern
		.compile("AWS4-HMAC-SHA256 Credential=[^/]+/(?<date>\\d{8})/[^,]+, "
				+ "SignedHeaders=(?<headers>[^,]+), Signature=(?<signature>[0-9a-f]{64})");

	private static final byte[] IMAGE = { (byte) 0x89, 'P', 'N', 'G', 0, -1, 62, 63 };

	private static BedrockRuntimeEmulator emulator;

	private static ReactiveBedrockRuntimeTemplate reactive;

	private static BedrockRuntimeOperations ours;

	private static BedrockRuntimeClient sdk;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();
		reactive = client();
		ours = new BedrockRuntimeTemplate(reactive);
		sdk = SdkClients.sync(emulator);
	}

	@AfterAll
	static void stop() {
		reactive.close();
		sdk.close();
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ab12cd34ef56", GUARDRAIL })
	void applyGuardrailIsTheSame(String guardrail) {
		ApplyGuardrailRequest request = ApplyGuardrailRequest.of(guardrail, "DRAFT", GuardrailContentSource.OUTPUT,
				List.of(GuardrailContentBlock.text(GuardrailTextBlock.of(TEXT)
					.withQualifiers(GuardrailContentQualifier.GUARD_CONTENT, GuardrailContentQualifier.QUERY)),
						GuardrailContentBlock.image(new GuardrailImageBlock(GuardrailImageFormat.PNG,
								GuardrailImageSource.bytes(Blob.of(IMAGE))))))
			.withOutputScope(GuardrailOutputScope.FULL);
		assertSame(() -> ours.applyGuardrail(request), () -> sdk.applyGuardrail((builder) -> builder
			.guardrailIdentifier(guardrail)
			.guardrailVersion("DRAFT")
			.source("OUTPUT")
			.outputScope("FULL")
			.content((block) -> block.text((text) -> text.text(TEXT).qualifiersWithStrings("guard_content", "query")),
					(block) -> block.image((image) -> image.format("png")
						.source((source) -> source.bytes(SdkBytes.fromByteArray(IMAGE)))))));
	}

	@Test
	void applyGuardrailWithDefaultGuardrailIsTheSame() {
		assertSame(
				() -> ours.applyGuardrail(GuardrailContentSource.INPUT,
						GuardrailContentBlock.text(GuardrailTextBlock.of(TEXT))),
				() -> sdk.applyGuardrail((builder) -> builder.guardrailIdentifier(GUARDRAIL)
					.guardrailVersion("7")
					.source("INPUT")
					.content((block) -> block.text((text) -> text.text(TEXT)))));
	}

	@Test
	void invokeGuardrailChecksIsTheSame() {
		GuardrailChecksConfig checks = new GuardrailChecksConfig(
				new GuardrailChecksContentFilterConfig(List
					.of(new GuardrailChecksContentFilterCategoryConfig(GuardrailChecksContentFilterCategory.INSULTS))),
				new GuardrailChecksPromptAttackConfig(List
					.of(new GuardrailChecksPromptAttackCategoryConfig(GuardrailChecksPromptAttackCategory.JAILBREAK))),
				new GuardrailChecksSensitiveInformationConfig(
						List.of(new GuardrailChecksSensitiveInformationEntityConfig(
								GuardrailChecksSensitiveInformationEntityType.EMAIL))));
		InvokeGuardrailChecksRequest request = new InvokeGuardrailChecksRequest(List
			.of(new GuardrailChecksMessage(GuardrailChecksRole.USER, List.of(GuardrailChecksContentBlock.text(TEXT)))),
				checks);
		assertSame(() -> ours.invokeGuardrailChecks(request), () -> sdk.invokeGuardrailChecks((builder) -> builder
			.messages((message) -> message.role("user").content((block) -> block.text(TEXT)))
			.checks((config) -> config
				.contentFilter((filter) -> filter.categories((category) -> category.category("INSULTS")))
				.promptAttack((attack) -> attack.categories((category) -> category.category("JAILBREAK")))
				.sensitiveInformation((information) -> information.entities((entity) -> entity.type("EMAIL"))))));
	}

	@ParameterizedTest
	@ValueSource(strings = { MODEL, PROFILE })
	void countTokensOfConverseIsTheSame(String model) {
		String schema = "{\"type\":\"object\",\"properties\":{}}";
		ConverseRequest request = ConverseRequest.builder(model)
			.system("Be brief.")
			.user(TEXT)
			.maxTokens(400)
			.tools(Tool.toolSpec(ToolSpecification.of("get_weather", ToolInputSchema.json(schema))))
			.additionalModelRequestFields(json("{\"top_k\":200,\"nothing\":null}"))
			.build();
		Document sdkSchema = Document.mapBuilder()
			.putString("type", "object")
			.putDocument("properties", Document.mapBuilder().build())
			.build();
		assertSame(() -> ours.countTokens(request), () -> sdk.countTokens((builder) -> builder.modelId(model)
			.input((input) -> input.converse((converse) -> converse.system((system) -> system.text("Be brief."))
				.messages((message) -> message.role(ConversationRole.USER).content((content) -> content.text(TEXT)))
				.toolConfig((config) -> config.tools((tool) -> tool
					.toolSpec((spec) -> spec.name("get_weather").inputSchema((json) -> json.json(sdkSchema)))))
				.additionalModelRequestFields(
						Document.mapBuilder().putNumber("top_k", 200).putNull("nothing").build())))));
	}

	@Test
	void countTokensOfConverseStreamIsTheSame() {
		ConverseStreamRequest request = ConverseStreamRequest.builder(MODEL).system("Be brief.").user(TEXT).build();
		assertSame(() -> ours.countTokens(request), () -> sdk.countTokens((builder) -> builder.modelId(MODEL)
			.input((input) -> input.converse((converse) -> converse.system((system) -> system.text("Be brief."))
				.messages(
						(message) -> message.role(ConversationRole.USER).content((content) -> content.text(TEXT)))))));
	}

	@Test
	void countTokensOfInvokeModelIsTheSame() {
		String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"\u00E4?>\"}]}";
		assertSame(() -> ours.countTokens(InvokeModelRequest.builder(MODEL).body(body).build()),
				() -> sdk.countTokens((builder) -> builder.modelId(MODEL)
					.input((input) -> input.invokeModel((model) -> model.body(SdkBytes.fromUtf8String(body))))));
		emulator.reset();
		CountTokensRequest request = new CountTokensRequest(PROFILE,
				CountTokensInput.invokeModel(new InvokeModelTokensRequest(Blob.of(IMAGE))));
		assertSame(() -> ours.countTokens(request), () -> sdk.countTokens((builder) -> builder.modelId(PROFILE)
			.input((input) -> input.invokeModel((model) -> model.body(SdkBytes.fromByteArray(IMAGE))))));
	}

	@Test
	void startAsyncInvokeIsTheSame() {
		StartAsyncInvokeRequest request = StartAsyncInvokeRequest
			.of("amazon.nova-reel-v1:1", json("{\"text\":\"\u00E4\uD83D\uDE00\",\"seed\":42,\"list\":[1,null,true]}"),
					AsyncInvokeOutputDataConfig.s3OutputDataConfig(AsyncInvokeS3OutputDataConfig.of("s3://bucket/out")
						.withKmsKeyId("arn:aws:kms:us-east-1:123456789012:key/ab12")
						.withBucketOwner("123456789012")))
			.withClientRequestToken("token-1")
			.withTags(new Tag("team", "\u00E4"), new Tag("stage", "test"));
		Document input = Document.mapBuilder()
			.putString("text", "\u00E4\uD83D\uDE00")
			.putNumber("seed", 42)
			.putList("list", List.of(Document.fromNumber(1), Document.fromNull(), Document.fromBoolean(true)))
			.build();
		assertSame(() -> ours.startAsyncInvoke(request),
				() -> sdk.startAsyncInvoke((builder) -> builder.modelId("amazon.nova-reel-v1:1")
					.modelInput(input)
					.outputDataConfig((config) -> config.s3OutputDataConfig((s3) -> s3.s3Uri("s3://bucket/out")
						.kmsKeyId("arn:aws:kms:us-east-1:123456789012:key/ab12")
						.bucketOwner("123456789012")))
					.clientRequestToken("token-1")
					.tags((tag) -> tag.key("team").value("\u00E4"), (tag) -> tag.key("stage").value("test"))));
	}

	@Test
	void getAsyncInvokeIsTheSame() {
		assertSame(() -> ours.getAsyncInvoke(new GetAsyncInvokeRequest(INVOCATION)),
				() -> sdk.getAsyncInvoke((builder) -> builder.invocationArn(INVOCATION)));
		assertThat(emulator.requests().get(0).rawPath())
			.isEqualTo("/async-invoke/" + INVOCATION.replace(":", "%3A").replace("/", "%2F"));
		assertNoBody();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-01-02T03:04:05Z", "2026-01-02T03:04:00Z", "2026-01-02T03:04:05.678Z",
			"2026-01-02T03:04:05.600Z", "2026-01-02T03:04:05.000678Z", "2026-01-02T03:04:05.123456789Z" })
	void listAsyncInvokesIsTheSame(String time) {
		Instant before = Instant.parse(time);
		Instant after = before.minusSeconds(3600);
		String token = "a+b/c=d e~f&g=\u00E4\uD83D\uDE00%25";
		ListAsyncInvokesRequest request = ListAsyncInvokesRequest.builder()
			.submitTimeAfter(after)
			.submitTimeBefore(before)
			.statusEquals(AsyncInvokeStatus.IN_PROGRESS)
			.maxResults(1000)
			.nextToken(token)
			.sortBy(SortAsyncInvocationBy.SUBMISSION_TIME)
			.sortOrder(SortOrder.DESCENDING)
			.build();
		assertSame(() -> ours.listAsyncInvokes(request),
				() -> sdk.listAsyncInvokes((builder) -> builder.submitTimeAfter(after)
					.submitTimeBefore(before)
					.statusEquals("InProgress")
					.maxResults(1000)
					.nextToken(token)
					.sortBy("SubmissionTime")
					.sortOrder("Descending")));
		assertThat(emulator.requests().get(0).rawQuery()).contains("submitTimeBefore=" + time.replace(":", "%3A"))
			.contains("nextToken=a%2Bb%2Fc%3Dd%20e~f%26g%3D%C3%A4");
		assertNoBody();
	}

	@Test
	void listAsyncInvokesWithoutMembersIsTheSame() {
		assertSame(() -> ours.listAsyncInvokes((request) -> {
		}), () -> sdk.listAsyncInvokes((builder) -> {
		}));
		assertThat(emulator.requests().get(0).rawQuery()).isNull();
	}

	private static ReactiveBedrockRuntimeTemplate client() {
		return ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(emulator.endpoint())
			.region(emulator.region())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(emulator.accessKeyId(), emulator.secretAccessKey())))
			.requestDefaults(RequestDefaults.none()
				.withInferenceConfig(new InferenceConfiguration(100, 0.5f, null, null))
				.withGuardrailConfig(GuardrailStreamConfiguration.of(GUARDRAIL, "7")))
			.build();
	}

	private static JsonNode json(String json) {
		return BedrockRuntimeJson.mapper().readTree(json);
	}

	/**
	 * Make both calls and compare their requests. The emulator's response does not matter
	 * here, if it is the same for both.
	 */
	private static void assertSame(Runnable our, Runnable their) {
		assertThat(status(our)).isEqualTo(status(their));
		List<RecordedRequest> requests = emulator.requests();
		assertThat(requests).hasSize(2);
		RecordedRequest ourRequest = requests.get(0);
		RecordedRequest theirRequest = requests.get(1);
		assertThat(ourRequest.method()).isEqualTo(theirRequest.method());
		assertThat(ourRequest.rawPath()).isEqualTo(theirRequest.rawPath());
		assertThat(ourRequest.rawQuery()).isEqualTo(theirRequest.rawQuery());
		assertThat(boundHeaders(ourRequest)).isEqualTo(boundHeaders(theirRequest));
		assertThat(body(ourRequest)).isEqualTo(body(theirRequest));
		assertSigned(theirRequest);
		assertSigned(ourRequest);
	}

	/**
	 * Verify the signature here, because the emulator does so only for its own
	 * operations.
	 */
	private static void assertSigned(RecordedRequest request) {
		Matcher parts = AUTHORIZATION.matcher(request.header("authorization"));
		assertThat(parts.matches()).isTrue();
		String date = parts.group("date");
		String canonical = SignatureVersion4.canonicalRequest(request, List.of(parts.group("headers").split(";")),
				Sha256.hex(request.body()));
		String stringToSign = SignatureVersion4.stringToSign(request.header("x-amz-date"),
				date + "/" + emulator.region() + "/bedrock/aws4_request", canonical);
		assertThat(parts.group("signature")).isEqualTo(SignatureVersion4.signature(emulator.secretAccessKey(), date,
				emulator.region(), "bedrock", stringToSign));
	}

	private static void assertNoBody() {
		RecordedRequest request = emulator.requests().get(0);
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.body()).isEmpty();
		assertThat(request.header("content-type")).isNull();
		assertThat(request.header("content-length")).isNull();
		assertThat(request.header("transfer-encoding")).isNull();
	}

	private static int status(Runnable call) {
		try {
			call.run();
			return 200;
		}
		catch (BedrockRuntimeServiceException ex) {
			return ex.statusCode();
		}
		catch (AwsServiceException ex) {
			return ex.statusCode();
		}
	}

	private static JsonNode body(RecordedRequest request) {
		String body = new String(request.body(), StandardCharsets.UTF_8);
		return body.isEmpty() ? json("null") : json(body);
	}

	private static List<String> boundHeaders(RecordedRequest request) {
		return request.headers()
			.stream()
			.map((header) -> header.name().toLowerCase(Locale.ROOT) + ": " + header.value())
			.filter((header) -> header.startsWith("content-type") || header.startsWith("x-amzn-bedrock"))
			.sorted()
			.toList();
	}

}
