package io.bedrockruntime.emulator.internal.format.media;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.validation.BodySchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of Amazon Titan Image Generator and Amazon Nova Canvas. The images are generated
 * patterns: they are determined by the task and its seed, but do not depict it.
 */
final class ImageGeneration implements NonConversationalFormat {

	private static final List<String> SIZED_BY_INPUT = List.of("INPAINTING", "OUTPAINTING", "BACKGROUND_REMOVAL",
			"VIRTUAL_TRY_ON");

	/** The only sizes that Titan generates. */
	private static final List<String> TITAN_SIZES = List.of("1024x1024", "768x768", "512x512", "768x1152", "384x576",
			"1152x768", "576x384", "768x1280", "384x640", "1280x768", "640x384", "896x1152", "448x576", "1152x896",
			"576x448", "768x1408", "384x704", "1408x768", "704x384", "640x1408", "320x704", "1408x640", "704x320",
			"1152x640", "1173x640");

	private static final String CONFIG = "/imageGenerationConfig";

	static final long MOST_PIXELS = 4_194_304;

	private final Model model;

	ImageGeneration(Model model) {
		this.model = model;
	}

	@Override
	public int inputTokens(ObjectNode body) {
		BodySchema schema = new BodySchema().require(body, "", "taskType");
		ImageTask task = ImageTask.of(body.path("taskType").asString(""), this.model);
		if (task == null) {
			schema.oneOf(body.path("taskType"), "/taskType", ImageTask.names(this.model)).throwIfAny();
			throw ServiceErrorException.malformed("#: required key [taskType] not found");
		}
		schema.only(body, "", List.of("taskType", task.member(), "imageGenerationConfig"));
		task.check(body, this.model, schema);
		JsonNode config = body.path("imageGenerationConfig");
		schema.object(config, CONFIG)
			.only(config, CONFIG, List.of("numberOfImages", "width", "height", "seed", "cfgScale", "quality"))
			.integer(config.path("numberOfImages"), CONFIG + "/numberOfImages", 1, 5)
			.integer(config.path("seed"), CONFIG + "/seed", 0, Integer.MAX_VALUE - 1)
			.range(config.path("cfgScale"), CONFIG + "/cfgScale", 1.1, 10)
			.oneOf(config.path("quality"), CONFIG + "/quality", List.of("standard", "premium"));
		size(config, schema);
		schema.throwIfAny();
		return Tokens.count(task.words(body));
	}

	private void size(JsonNode config, BodySchema schema) {
		long width = config.path("width").asInt(1024);
		long height = config.path("height").asInt(1024);
		if (this.model != Model.NOVA_CANVAS) {
			if (!TITAN_SIZES.contains(width + "x" + height)) {
				schema.violate(CONFIG, "the model does not support " + width + "x" + height);
			}
			return;
		}
		for (String side : List.of("width", "height")) {
			schema.integer(config.path(side), CONFIG + "/" + side, 320, 4096);
			if (config.path(side).asInt(1024) % 16 != 0) {
				schema.violate(CONFIG + "/" + side, "the value is not a multiple of 16");
			}
		}
		if (width * height > MOST_PIXELS || width > 4 * height || height > 4 * width) {
			schema.violate(CONFIG,
					"an image has no more than " + MOST_PIXELS + " pixels and sides of between 1:4 and 4:1");
		}
	}

	@Override
	public ObjectNode respond(ObjectNode body) {
		JsonNode config = body.path("imageGenerationConfig");
		int width = config.path("width").asInt(1024);
		int height = config.path("height").asInt(1024);
		String type = body.path("taskType").asString("");
		ImageTask task = ImageTask.of(type, this.model);
		ImageInput input = (task != null && SIZED_BY_INPUT.contains(type)) ? task.image(body) : null;
		ArrayNode images = Json.array();
		for (int i = 0; i < config.path("numberOfImages").asInt(1); i++) {
			byte[] seed = Sha256.hex(Json.sortedBytes(subject(body, i))).getBytes(StandardCharsets.UTF_8);
			PngImage image = new PngImage(seed, (input != null) ? input.width() : width,
					(input != null) ? input.height() : height, type.equals("BACKGROUND_REMOVAL"));
			images.add(Base64.getEncoder().encodeToString(image.encode()));
		}
		ObjectNode response = Json.object();
		response.set("images", images);
		return response.set("error", NullNode.getInstance());
	}

	/** Members that do not change the content of the images: their number and size. */
	private ObjectNode subject(ObjectNode body, int position) {
		ObjectNode subject = body.deepCopy();
		JsonNode config = body.path("imageGenerationConfig");
		subject.set("imageGenerationConfig",
				Json.object()
					.put("seed", config.path("seed").asInt((this.model == Model.NOVA_CANVAS) ? 12 : 42))
					.put("quality", config.path("quality").asString("standard"))
					.put("cfgScale", config.path("cfgScale").asDouble(8)));
		return subject.put("model", this.model.name()).put("position", position);
	}

	/**
	 * Image models with their tasks and limits.
	 */
	enum Model {

		TITAN_V1(512), TITAN_V2(512), NOVA_CANVAS(1024);

		private final int longestText;

		Model(int longestText) {
			this.longestText = longestText;
		}

		int longestText() {
			return this.longestText;
		}

	}

}
