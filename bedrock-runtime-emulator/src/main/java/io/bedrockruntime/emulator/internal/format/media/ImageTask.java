package io.bedrockruntime.emulator.internal.format.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.format.media.ImageGeneration.Model;
import io.bedrockruntime.emulator.internal.validation.BodySchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Task of an image model, each with separate members.
 */
enum ImageTask {

	TEXT_IMAGE("textToImageParams", Model.TITAN_V1, List.of("text"), List.of()),

	COLOR_GUIDED_GENERATION("colorGuidedGenerationParams", Model.TITAN_V2, List.of("text", "colors"), List.of()),

	IMAGE_VARIATION("imageVariationParams", Model.TITAN_V1, List.of("images"), List.of()),

	INPAINTING("inPaintingParams", Model.TITAN_V1, List.of("image"), List.of("maskPrompt", "maskImage")),

	OUTPAINTING("outPaintingParams", Model.TITAN_V1, List.of("image", "text"), List.of("maskPrompt", "maskImage")),

	BACKGROUND_REMOVAL("backgroundRemovalParams", Model.TITAN_V2, List.of("image"), List.of()),

	VIRTUAL_TRY_ON("virtualTryOnParams", Model.NOVA_CANVAS, List.of("sourceImage", "referenceImage", "maskType"),
			List.of());

	private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

	private static final List<String> IMAGES = List.of("image", "sourceImage", "referenceImage", "conditionImage",
			"maskImage");

	private final String member;

	private final Model since;

	private final List<String> required;

	private final List<String> oneOf;

	ImageTask(String member, Model since, List<String> required, List<String> oneOf) {
		this.member = member;
		this.since = since;
		this.required = required;
		this.oneOf = oneOf;
	}

	static @Nullable ImageTask of(String name, Model model) {
		for (ImageTask task : values()) {
			if (task.name().equals(name) && model.compareTo(task.since) >= 0) {
				return task;
			}
		}
		return null;
	}

	static List<String> names(Model model) {
		return Arrays.stream(values()).filter((task) -> model.compareTo(task.since) >= 0).map(ImageTask::name).toList();
	}

	String member() {
		return this.member;
	}

	/** Return the text prompt of the task. */
	String words(JsonNode body) {
		JsonNode params = body.path(this.member);
		List<String> words = new ArrayList<>();
		for (String name : List.of("text", "negativeText", "maskPrompt")) {
			if (params.path(name).isString()) {
				words.add(params.path(name).asString(""));
			}
		}
		return String.join(" ", words);
	}

	/** Return the input image that determines the size of the output. */
	@Nullable ImageInput image(JsonNode body) {
		JsonNode params = body.path(this.member);
		return ImageInput.read(params.path((this == VIRTUAL_TRY_ON) ? "sourceImage" : "image"));
	}

	void check(JsonNode body, Model model, BodySchema schema) {
		schema.require(body, "", this.member).object(body.path(this.member), "/" + this.member);
		JsonNode params = body.path(this.member);
		if (!params.isObject()) {
			return;
		}
		String path = "/" + this.member;
		this.required.forEach((name) -> schema.require(params, path, name));
		if (!this.oneOf.isEmpty() && this.oneOf.stream().filter(params::hasNonNull).count() != 1) {
			schema.violate(path, "exactly one of the keys [" + String.join(", ", this.oneOf) + "] is required");
		}
		for (String name : List.of("text", "negativeText", "maskPrompt")) {
			schema.text(params.path(name), path + "/" + name, model.longestText());
		}
		IMAGES.forEach((name) -> image(params.path(name), path + "/" + name, schema));
		schema.items(params.path("images"), path + "/images", 1, 5)
			.range(params.path("similarityStrength"), path + "/similarityStrength", 0.2, 1)
			.items(params.path("colors"), path + "/colors", 1, 10)
			.oneOf(params.path("maskType"), path + "/maskType", List.of("IMAGE", "GARMENT", "PROMPT"))
			.oneOf(params.path("outPaintingMode"), path + "/outPaintingMode", List.of("DEFAULT", "PRECISE"));
		for (int i = 0; i < params.path("images").size(); i++) {
			image(params.path("images").path(i), path + "/images/" + i, schema);
		}
		for (int i = 0; i < params.path("colors").size(); i++) {
			schema.matches(params.path("colors").path(i), path + "/colors/" + i, COLOUR);
		}
	}

	private static void image(JsonNode node, String path, BodySchema schema) {
		if (node.isMissingNode() || node.isNull()) {
			return;
		}
		ImageInput image = ImageInput.read(node);
		if (image == null || !image.isReadable()) {
			schema.violate(path, "the value is not a base64-encoded PNG or JPEG");
		}
		else if ((long) image.width() * image.height() > ImageGeneration.MOST_PIXELS) {
			schema.violate(path, "an image has no more than " + ImageGeneration.MOST_PIXELS + " pixels");
		}
	}

}
