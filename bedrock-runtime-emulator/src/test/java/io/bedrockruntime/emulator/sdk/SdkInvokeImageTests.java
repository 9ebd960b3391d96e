package io.bedrockruntime.emulator.sdk;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.format.media.PngImage;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.testing.SdkClients;
import io.bedrockruntime.emulator.testing.TestImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SdkInvokeImageTests {

	private static final String NOVA = "amazon.nova-canvas-v1:0";

	private static final String TITAN_V1 = "amazon.titan-image-generator-v1";

	private static final String TITAN_V2 = "amazon.titan-image-generator-v2:0";

	private static BedrockRuntimeEmulator emulator;

	private static BedrockRuntimeClient client;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();
		client = SdkClients.sync(emulator);
	}

	@AfterAll
	static void stop() {
		client.close();
		emulator.close();
	}

	@ParameterizedTest
	@CsvSource({ NOVA + ", 1024, 1024", NOVA + ", 320, 1280", NOVA + ", 2048, 2032", TITAN_V1 + ", 512, 512",
			TITAN_V2 + ", 1173, 640", "us." + NOVA + ", 640, 336" })
	void whenPictureIsPaintedThenItHasTheSizeAskedFor(String model, int width, int height) {
		JsonNode response = invoke(model, text("A lighthouse", "\"width\":" + width + ",\"height\":" + height));
		assertThat(response.path("error").isNull()).isTrue();
		assertThat(response.path("images")).hasSize(1);
		String base64 = response.path("images").path(0).asString();
		assertThat(base64.length()).isLessThan(40_000);
		BufferedImage image = TestImages.read(base64);
		assertThat(image.getWidth()).isEqualTo(width);
		assertThat(image.getHeight()).isEqualTo(height);
		Set<Integer> colours = new HashSet<>();
		for (int i = 0; i < width; i += 7) {
			colours.add(image.getRGB(i, i * height / width));
		}
		assertThat(colours).hasSizeGreaterThan(3);
	}

	@Test
	void whenPromptOrSeedDiffersThenThePictureDoes() {
		String one = picture(text("A lighthouse", "\"seed\":1"));
		assertThat(picture(text("A lighthouse", "\"seed\":1"))).isEqualTo(one);
		assertThat(picture(text("A lighthouse", "\"seed\":2"))).isNotEqualTo(one);
		assertThat(picture(text("A harbour", "\"seed\":1"))).isNotEqualTo(one);
		assertThat(TestImages.read(picture(text("A harbour", "\"seed\":1"))).getRGB(500, 500))
			.isNotEqualTo(TestImages.read(one).getRGB(500, 500));
		JsonNode five = invoke(NOVA, text("A lighthouse", "\"numberOfImages\":5,\"seed\":1"));
		assertThat(five.path("images").valueStream().distinct()).hasSize(5);
		assertThat(five.path("images").path(0).asString()).isEqualTo(one);
	}

	@Test
	void whenAPictureIsEditedThenItKeepsItsSize() {
		String image = TestImages.png(400, 320, 0x336699);
		JsonNode removed = invoke(NOVA, """
				{"taskType":"BACKGROUND_REMOVAL","backgroundRemovalParams":{"image":"%s"}}""".formatted(image));
		BufferedImage cut = TestImages.read(removed.path("images").path(0).asString());
		assertThat(cut.getWidth()).isEqualTo(400);
		assertThat(cut.getHeight()).isEqualTo(320);
		assertThat(cut.getColorModel().hasAlpha()).isTrue();
		boolean transparent = false;
		for (int x = 0; x < 400; x++) {
			transparent |= (cut.getRGB(x, x * 320 / 400) >>> 24) == 0;
		}
		assertThat(transparent).isTrue();
		JsonNode painted = invoke(TITAN_V1, """
				{"taskType":"INPAINTING","inPaintingParams":{"image":"%s","maskPrompt":"sky","text":"clouds"}}"""
			.formatted(image));
		assertThat(TestImages.read(painted.path("images").path(0).asString()).getWidth()).isEqualTo(400);
		assertThat(invoke(NOVA, """
				{"taskType":"IMAGE_VARIATION","imageVariationParams":{"images":["%s"],"similarityStrength":0.5}}"""
			.formatted(image)).path("images")).hasSize(1);
		assertThat(invoke(TITAN_V2,
				"""
						{"taskType":"COLOR_GUIDED_GENERATION","colorGuidedGenerationParams":{"text":"a","colors":["#ff9800"]}}""")
			.path("images")).hasSize(1);
		assertThat(invoke(NOVA, """
				{"taskType":"VIRTUAL_TRY_ON","virtualTryOnParams":{"sourceImage":"%s","referenceImage":"%s",
				"maskType":"GARMENT"}}""".formatted(image, image)).path("images")).hasSize(1);
		assertThat(invoke(NOVA, """
				{"taskType":"OUTPAINTING","outPaintingParams":{"image":"%s","text":"a","maskPrompt":"b"}}"""
			.formatted(image)).path("images")).hasSize(1);
	}

	@Test
	void whenBodyIsNotSoundThenValidationSaysWhere() {
		fails(NOVA, "{}", "#: required key [taskType] not found");
		fails(NOVA, "{\"taskType\":\"PAINT\"}", "#/taskType: the value is not one of [TEXT_IMAGE, ");
		fails(TITAN_V1, "{\"taskType\":\"BACKGROUND_REMOVAL\"}", "#/taskType: the value is not one of");
		fails(TITAN_V2, "{\"taskType\":\"VIRTUAL_TRY_ON\"}", "#/taskType: the value is not one of");
		fails(NOVA, "{\"taskType\":\"TEXT_IMAGE\"}", "#: required key [textToImageParams] not found");
		fails(NOVA, "{\"taskType\":\"TEXT_IMAGE\",\"textToImageParams\":{}}",
				"#/textToImageParams: required key [text] not found");
		fails(TITAN_V1, text("a".repeat(513), ""), "#/textToImageParams/text: expected maxLength: 512, actual: 513");
		fails(NOVA, text("a", "\"numberOfImages\":6"), "numberOfImages: the value is not between 1 and 5");
		fails(NOVA, text("a", "\"numberOfImages\":\"two\""), "numberOfImages: expected type: Integer");
		fails(NOVA, text("a", "\"width\":1000"), "width: the value is not a multiple of 16");
		fails(NOVA, text("a", "\"width\":320,\"height\":2048"), "sides of between 1:4 and 4:1");
		fails(NOVA, text("a", "\"width\":4096,\"height\":2048"), "no more than 4194304 pixels");
		fails(TITAN_V2, text("a", "\"width\":1000,\"height\":1000"), "the model does not support 1000x1000");
		fails(NOVA, text("a", "\"cfgScale\":1"), "cfgScale: the value is not between 1.1 and 10");
		fails(NOVA, text("a", "\"quality\":\"best\""), "quality: the value is not one of [standard, premium]");
		fails(NOVA, "{\"taskType\":\"INPAINTING\",\"inPaintingParams\":{\"image\":\"AAAA\"}}",
				"exactly one of the keys [maskPrompt, maskImage] is required",
				"#/inPaintingParams/image: the value is not a base64-encoded PNG or JPEG");
		fails(NOVA, "{\"taskType\":\"TEXT_IMAGE\",\"textToImageParams\":{\"text\":\"a\"},\"prompt\":\"a\"}",
				"#: extraneous key [prompt] is not permitted");
	}

	@Test
	void whenAnInputClaimsToBeHugeThenItIsNotUnpacked() {
		byte[] bomb = new PngImage(new byte[] { 1 }, 8000, 8000, false).encode();
		assertThat(bomb.length).isLessThan(1_000_000);
		String base64 = Base64.getEncoder().encodeToString(bomb);
		fails(NOVA, "{\"taskType\":\"BACKGROUND_REMOVAL\",\"backgroundRemovalParams\":{\"image\":\"" + base64 + "\"}}",
				"no more than 4194304 pixels");
	}

	private static String text(String prompt, String config) {
		return """
				{"taskType":"TEXT_IMAGE","textToImageParams":{"text":"%s"},"imageGenerationConfig":{%s}}"""
			.formatted(prompt, config);
	}

	private static String picture(String body) {
		return invoke(NOVA, body).path("images").path(0).asString();
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

}
