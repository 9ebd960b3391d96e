package io.bedrockruntime.emulator.sdk;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.internal.format.media.FeatureVector;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.testing.SdkClients;
import io.bedrockruntime.emulator.testing.TestImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.CountTokensInput;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class SdkInvokeEmbeddingTests {

	private static final String TITAN = "amazon.titan-embed-text-v2:0";

	private static final String TITAN_G1 = "amazon.titan-embed-text-v1";

	private static final String TITAN_IMAGE = "amazon.titan-embed-image-v1";

	private static final String NOVA = "amazon.nova-2-multimodal-embeddings-v1:0";

	private static final String COHERE = "cohere.embed-english-v3";

	private static final String COHERE_V4 = "us.cohere.embed-v4:0";

	private static final String QUERY = "How do I cancel my flight booking?";

	private static final List<String> PASSAGES = List.of(
			"A booking of a flight can be cancelled up to a day before departure.",
			"Breakfast is served in the garden from seven to ten.",
			"The quarterly report shows that revenue grew by eight percent.");

	private static BedrockRuntimeEmulator emulator;

	private static BedrockRuntimeClient client;

	private static BedrockRuntimeAsyncClient async;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder()
			.tokensPerSecond(0)
			.guardrail(EmulatedGuardrail.builder("gr1").blockedWords("Rivaltech").build())
			.start();
		client = SdkClients.sync(emulator);
		async = SdkClients.async(emulator);
	}

	@AfterAll
	static void stop() {
		client.close();
		async.close();
		emulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { TITAN, TITAN_G1, TITAN_IMAGE, NOVA, COHERE, COHERE_V4, "cohere.embed-multilingual-v3" })
	void whenTextsShareWordsThenTheyAreNearer(String model) {
		double[] query = embed(model, QUERY);
		double near = cosine(query, embed(model, PASSAGES.get(0)));
		assertThat(near).isGreaterThan(0.3);
		assertThat(cosine(query, embed(model, PASSAGES.get(1)))).isLessThan(near / 2);
		assertThat(cosine(query, embed(model, PASSAGES.get(2)))).isLessThan(near / 2);
		assertThat(embed(model, QUERY)).isEqualTo(query);
		assertThat(cosine(query, query)).isEqualTo(1, within(1e-6));
	}

	@ParameterizedTest
	@CsvSource({ "256, cancelling, cancellation", "512, Übung, ubungen", "1024, running, runner" })
	void whenWordsAreSpeltAlikeThenTheyAreNearer(int dimensions, String one, String other) {
		double[] vector = vector(one, dimensions);
		assertThat(cosine(vector, vector(other, dimensions))).isGreaterThan(0.2)
			.isGreaterThan(cosine(vector, vector("mountain", dimensions)) + 0.1);
	}

	@Test
	void whenSizeIsSmallThenUnrelatedTextsStayFar() {
		// Many pairs, so that the result does not depend on a single hash.
		List<String> words = List.of("river", "engine", "salad", "lawyer", "guitar", "winter", "planet", "button",
				"market", "doctor", "window", "pencil");
		for (String one : words) {
			for (String other : words) {
				if (!one.equals(other)) {
					assertThat(Math.abs(cosine(vector(one, 256), vector(other, 256)))).as(one + "/" + other)
						.isLessThan(0.35);
				}
			}
		}
	}

	@Test
	void whenTitanIsAskedForTypesAndSizeThenItGivesThem() {
		InvokeModelResponse response = client
			.invokeModel((request) -> request.modelId(TITAN).body(SdkBytes.fromUtf8String("""
					{"inputText":"One two three","dimensions":256,"embeddingTypes":["float","binary"]}""")));
		assertThat(response.contentType()).isEqualTo("application/json");
		assertThat(response.sdkHttpResponse().firstMatchingHeader("X-Amzn-Bedrock-Input-Token-Count")).hasValue("3");
		assertThat(response.sdkHttpResponse().firstMatchingHeader("X-Amzn-Bedrock-Invocation-Latency")).isPresent();
		JsonNode body = Json.read(response.body().asByteArray());
		assertThat(body.path("inputTextTokenCount").asInt()).isEqualTo(3);
		assertThat(body.path("embedding")).hasSize(256);
		assertThat(body.path("embeddingsByType").path("float")).isEqualTo(body.path("embedding"));
		JsonNode binary = body.path("embeddingsByType").path("binary");
		assertThat(binary).hasSize(256);
		for (int i = 0; i < 256; i++) {
			assertThat(binary.path(i).asInt()).isEqualTo((body.path("embedding").path(i).asDouble() > 0) ? 1 : 0);
		}
		JsonNode plain = invoke(TITAN, "{\"inputText\":\"One two three\",\"normalize\":false}");
		assertThat(plain.path("embedding")).hasSize(1024);
		assertThat(plain.path("embeddingsByType").propertyNames()).containsExactly("float");
		assertThat(length(floats(plain.path("embedding")))).isGreaterThan(1.5);
		assertThat(length(floats(body.path("embedding")))).isEqualTo(1, within(1e-5));
		assertThat(invoke(TITAN_G1, "{\"inputText\":\"Hi\"}").path("embedding")).hasSize(1536);
	}

	@Test
	void whenTitanIsGivenWhatItDoesNotTakeThenItSaysWhat() {
		fails(TITAN, "{}", "#: required key [inputText] not found");
		fails(TITAN, "{\"inputText\":\"\"}", "#/inputText: expected minLength: 1, actual: 0");
		fails(TITAN, "{\"inputText\":7}", "#/inputText: expected type: String, found: Number");
		fails(TITAN, "{\"inputText\":\"a\",\"dimensions\":300}",
				"#/dimensions: the value is not one of [256, 512, 1024]");
		fails(TITAN, "{\"inputText\":\"a\",\"embeddingTypes\":[\"int8\"]}",
				"#/embeddingTypes/0: the value is not one of [float, binary]");
		fails(TITAN_G1, "{\"inputText\":\"a\",\"dimensions\":256}", "#: extraneous key [dimensions] is not permitted");
		fails(TITAN, "{\"inputText\":\"" + "a ".repeat(25_001) + "\"}", "expected maxLength: 50000, actual: 50002");
		fails(TITAN, "{\"inputText\":\"" + "a ".repeat(9000) + "\"}", "Max input tokens: 8192");
		fails(TITAN_IMAGE, "{\"embeddingConfig\":{\"outputEmbeddingLength\":512}}",
				"#/embeddingConfig/outputEmbeddingLength: the value is not one of [256, 384, 1024]",
				"at least one of the keys [inputText, inputImage] is required");
		fails(TITAN_IMAGE, "{\"inputImage\":\"not base64!\"}", "#/inputImage: the value is not a base64-encoded image");
	}

	@Test
	void whenImagesAreAlikeThenTheyAreNearer() {
		double[] red = image(0xff0000);
		assertThat(cosine(red, image(0xe01010))).isGreaterThan(cosine(red, image(0x0000ff)) + 0.3);
		assertThat(image(0xff0000)).isEqualTo(red);
		JsonNode both = invoke(TITAN_IMAGE,
				Json.text(Json.object()
					.put("inputText", "a red square")
					.put("inputImage", TestImages.png(64, 64, 0xff0000))
					.set("embeddingConfig", Json.object().put("outputEmbeddingLength", 384))));
		assertThat(both.path("embedding")).hasSize(384);
		assertThat(both.path("inputTextTokenCount").asInt()).isEqualTo(3);
		assertThat(both.path("message").isNull()).isTrue();
	}

	@Test
	void whenCohereIsAskedThenItRespondsPerText() {
		JsonNode floats = invoke(COHERE, """
				{"texts":["One","Two"],"input_type":"search_document"}""");
		assertThat(floats.path("response_type").asString()).isEqualTo("embeddings_floats");
		assertThat(floats.path("embeddings")).hasSize(2);
		assertThat(floats.path("embeddings").path(0)).hasSize(1024);
		assertThat(floats.path("texts").valueStream().map(JsonNode::asString)).containsExactly("One", "Two");
		assertThat(floats.path("id").asString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
		JsonNode typed = invoke(COHERE_V4, """
				{"texts":["One two"],"input_type":"search_query","output_dimension":256,
				"embedding_types":["float","int8","uint8","binary","ubinary"]}""");
		assertThat(typed.path("response_type").asString()).isEqualTo("embeddings_by_type");
		JsonNode embeddings = typed.path("embeddings");
		assertThat(embeddings.path("float").path(0)).hasSize(256);
		assertThat(embeddings.path("binary").path(0)).hasSize(32);
		for (int i = 0; i < 32; i++) {
			assertThat(embeddings.path("ubinary").path(0).path(i).asInt())
				.isEqualTo(embeddings.path("binary").path(0).path(i).asInt() + 128)
				.isBetween(0, 255);
		}
		double[] int8 = floats(embeddings.path("int8").path(0));
		assertThat(embeddings.path("int8").path(0).valueStream()).hasSize(256)
			.allMatch((component) -> component.isInt() && Math.abs(component.asInt()) <= 127);
		assertThat(cosine(int8, floats(embeddings.path("float").path(0)))).isGreaterThan(0.99);
		assertThat(embeddings.path("uint8").path(0).path(0).asInt()).isEqualTo((int) int8[0] + 128);
	}

	@Test
	void whenCohereIsGivenImagesThenItEmbedsThem() {
		String uri = "data:image/png;base64," + TestImages.png(20, 10, 0x00ff00);
		JsonNode response = invoke(COHERE, "{\"images\":[\"" + uri + "\"],\"input_type\":\"image\"}");
		assertThat(response.path("embeddings")).hasSize(1);
		assertThat(response.path("images").path(0).path("width").asInt()).isEqualTo(20);
		JsonNode fused = invoke(COHERE_V4, """
				{"input_type":"search_document","inputs":[{"content":[{"type":"text","text":"A green field"},
				{"type":"image_url","image_url":"%s"}]},{"content":[{"type":"text","text":"A green field"}]}]}"""
			.formatted(uri));
		assertThat(fused.path("embeddings")).hasSize(2);
		double alike = cosine(floats(fused.path("embeddings").path(0)), floats(fused.path("embeddings").path(1)));
		assertThat(alike).isBetween(0.5, 0.9);
		fails(COHERE, "{\"images\":[\"green.png\"],\"input_type\":\"image\"}", "#/images/0");
		fails(COHERE, "{\"images\":[\"" + uri + "\",\"" + uri + "\"],\"input_type\":\"image\"}",
				"#/images: expected maximum item count: 1, found: 2");
	}

	@Test
	void whenCohereIsGivenWhatItDoesNotTakeThenItSaysWhat() {
		fails(COHERE, "{\"inputText\":\"a\"}", "#: required key [texts] not found",
				"#: required key [input_type] not found", "#: extraneous key [inputText] is not permitted");
		ObjectNode many = Json.object().put("input_type", "clustering");
		ArrayNode texts = Json.array();
		IntStream.range(0, 97).forEach((i) -> texts.add("text " + i));
		fails(COHERE, Json.text(many.set("texts", texts)), "#/texts: expected maximum item count: 96, found: 97");
		fails(COHERE, "{\"texts\":[\"a\"],\"input_type\":\"query\"}", "#/input_type: the value is not one of [search_");
		fails(COHERE, "{\"texts\":[\"" + "a".repeat(2049) + "\"],\"input_type\":\"clustering\"}",
				"#/texts/0: expected maxLength: 2048, actual: 2049");
		fails(COHERE, "{\"texts\":[\"a\"],\"input_type\":\"clustering\",\"output_dimension\":256}",
				"extraneous key [output_dimension]");
		fails(COHERE_V4, "{\"texts\":[\"a\"],\"input_type\":\"clustering\",\"output_dimension\":300}",
				"#/output_dimension: the value is not one of [256, 512, 1024, 1536]");
		String words = "\"" + "ab ".repeat(600) + "\"";
		fails(COHERE, "{\"texts\":[" + words + "],\"input_type\":\"clustering\"}", "is not to be truncated");
		assertThat(invoke(COHERE, "{\"texts\":[" + words + "],\"input_type\":\"clustering\",\"truncate\":\"END\"}")
			.path("embeddings")).hasSize(1);
	}

	@Test
	void whenNovaIsAskedThenItRespondsPerContent() {
		JsonNode text = invoke(NOVA,
				nova("\"text\":{\"truncationMode\":\"END\",\"value\":\"" + "ab ".repeat(3000) + "\"}"))
			.path("embeddings");
		assertThat(text).hasSize(1);
		assertThat(text.path(0).path("embeddingType").asString()).isEqualTo("TEXT");
		assertThat(text.path(0).path("embedding")).hasSize(384);
		assertThat(text.path(0).path("truncatedCharLength").asInt()).isEqualTo(8192);
		JsonNode video = invoke(NOVA, nova("""
				"video":{"format":"mp4","embeddingMode":"AUDIO_VIDEO_SEPARATE",
				"source":{"s3Location":{"uri":"s3://films/river.mp4"}}}""")).path("embeddings");
		assertThat(video.valueStream().map((embedding) -> embedding.path("embeddingType").asString()))
			.containsExactly("VIDEO", "AUDIO");
		assertThat(video.path(0).path("embedding")).isNotEqualTo(video.path(1).path("embedding"));
		fails(NOVA, "{\"taskType\":\"SINGLE_EMBEDDING\"}", "#: required key [singleEmbeddingParams] not found");
		fails(NOVA, nova("\"text\":{\"truncationMode\":\"NONE\",\"value\":\"" + "ab ".repeat(3000) + "\"}"),
				"expected maxLength: 8192, actual: 9000");
		fails(NOVA, nova("\"image\":{\"format\":\"bmp\",\"source\":{\"bytes\":\"AAAA\"}}"),
				"#/singleEmbeddingParams/image/format: the value is not one of [png, jpeg, gif, webp]");
		fails(NOVA, nova("\"image\":{\"format\":\"png\",\"source\":\"AAAA\"}"), "source: expected type: JSONObject");
		fails(NOVA, nova("\"text\":{\"truncationMode\":\"END\",\"source\":\"AAAA\"}"),
				"source: expected type: JSONObject");
		fails(NOVA, nova("\"embeddingConfig\":{}"), "exactly one of the keys [text, image, audio, video]");
	}

	@ParameterizedTest
	@ValueSource(strings = { TITAN, TITAN_IMAGE, "amazon.titan-image-generator-v2:0",
			"arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-canvas-v1:0",
			"arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.cohere.embed-v4:0" })
	void whenModelDoesNotStreamThenValidationFails(String model) {
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> async.invokeModelWithResponseStream(
				(request) -> request.modelId(model).body(SdkBytes.fromUtf8String("{\"inputText\":\"a\"}")),
				InvokeModelWithResponseStreamResponseHandler.builder()
					.onEventStream((publisher) -> publisher.subscribe((event) -> {
					}))
					.build())
			.get(20, TimeUnit.SECONDS))
			.withCauseInstanceOf(ValidationException.class)
			.withMessageContaining("no response stream");
	}

	@Test
	void whenModelIsNamedByArnOrProfileThenItIsTheSame() {
		String body = "{\"inputText\":\"Hello\"}";
		JsonNode plain = invoke(TITAN, body);
		assertThat(invoke("arn:aws:bedrock:us-east-1::foundation-model/" + TITAN, body)).isEqualTo(plain);
		String cohere = "{\"texts\":[\"Hello\"],\"input_type\":\"clustering\"}";
		assertThat(invoke("arn:aws:bedrock:us-east-1:123456789012:inference-profile/" + COHERE_V4, cohere))
			.isEqualTo(invoke("cohere.embed-v4:0", cohere));
	}

	@Test
	void whenWordsAreScriptedThenTheyWaitForAModelThatHasWords() {
		emulator.script().text("Forty-two.");
		assertThat(embed(TITAN, QUERY)).hasSize(1024);
		ConverseResponse response = client.converse((request) -> request.modelId(SdkClients.MODEL)
			.messages(Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText(QUERY)).build()));
		assertThat(response.output().message().content().get(0).text()).isEqualTo("Forty-two.");
	}

	@Test
	void whenTokensOfABodyAreCountedThenTheyAreWhatTheResponseReports() {
		String body = "{\"inputText\":\"How many tokens are these?\"}";
		int counted = client
			.countTokens((request) -> request.modelId(TITAN)
				.input(CountTokensInput.fromInvokeModel((invoke) -> invoke.body(SdkBytes.fromUtf8String(body)))))
			.inputTokens();
		assertThat(counted).isEqualTo(invoke(TITAN, body).path("inputTextTokenCount").asInt()).isEqualTo(6);
	}

	@Test
	void whenGuardrailIsNamedThenItIsRefusedRatherThanPassedOver() {
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> client.invokeModel((request) -> request.modelId(TITAN)
				.guardrailIdentifier("gr1")
				.guardrailVersion("DRAFT")
				.body(SdkBytes.fromUtf8String("{\"inputText\":\"a\"}"))))
			.withMessageContaining("text models only");
	}

	private static double[] embed(String model, String text) {
		if (model.contains("cohere")) {
			ObjectNode body = Json.object().put("input_type", "search_document");
			body.set("texts", Json.array().add(text));
			return floats(invoke(model, Json.text(body)).path("embeddings").path(0));
		}
		if (model.equals(NOVA)) {
			JsonNode embeddings = invoke(model,
					nova("\"text\":{\"truncationMode\":\"END\",\"value\":\"" + text + "\"}"))
				.path("embeddings");
			return floats(embeddings.path(0).path("embedding"));
		}
		return floats(invoke(model, Json.text(Json.object().put("inputText", text))).path("embedding"));
	}

	private static String nova(String content) {
		return """
				{"schemaVersion":"nova-multimodal-embed-v1","taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":
				{"embeddingPurpose":"GENERIC_INDEX","embeddingDimension":384,%s}}""".formatted(content);
	}

	private static double[] image(int colour) {
		ObjectNode body = Json.object().put("inputImage", TestImages.png(64, 48, colour));
		return floats(invoke(TITAN_IMAGE, Json.text(body)).path("embedding"));
	}

	private static double[] vector(String text, int dimensions) {
		return new FeatureVector(dimensions).text(text).components();
	}

	private static JsonNode invoke(String model, String body) {
		return Json.read(client.invokeModel((request) -> request.modelId(model).body(SdkBytes.fromUtf8String(body)))
			.body()
			.asByteArray());
	}

	private static void fails(String model, String body, String... messages) {
		assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> invoke(model, body))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage()).contains(messages));
	}

	private static double[] floats(JsonNode vector) {
		return vector.valueStream().mapToDouble(JsonNode::asDouble).toArray();
	}

	private static double cosine(double[] one, double[] other) {
		double dot = 0;
		for (int i = 0; i < one.length; i++) {
			dot += one[i] * other[i];
		}
		return dot / (length(one) * length(other));
	}

	private static double length(double[] vector) {
		double sum = 0;
		for (double component : vector) {
			sum += component * component;
		}
		return Math.sqrt(sum);
	}

}
