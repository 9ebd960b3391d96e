package io.bedrockruntime.emulator.internal.format.media;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.validation.BodySchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of Cohere Embed: many texts or images at once, in each of the requested number
 * types.
 */
final class CohereEmbeddings implements NonConversationalFormat {

	private static final int MOST = 96;

	private static final int LONGEST_V3_TEXT = 2048;

	private static final int MOST_V3_TOKENS = 512;

	private static final int MOST_V4_TOKENS = 128_000;

	private static final List<String> TYPES = List.of("float", "int8", "uint8", "binary", "ubinary");

	private final boolean v4;

	CohereEmbeddings(boolean v4) {
		this.v4 = v4;
	}

	@Override
	public int inputTokens(ObjectNode body) {
		BodySchema schema = new BodySchema();
		List<String> members = new ArrayList<>(List.of("input_type", "texts", "images", "truncate", "embedding_types"));
		List<String> inputTypes = new ArrayList<>(
				List.of("search_document", "search_query", "classification", "clustering", "image"));
		if (this.v4) {
			members.addAll(List.of("inputs", "output_dimension", "max_tokens"));
			schema.oneOf(body.path("output_dimension"), "/output_dimension", List.of("256", "512", "1024", "1536"))
				.integer(body.path("max_tokens"), "/max_tokens", 1, MOST_V4_TOKENS);
		}
		schema.only(body, "", members)
			.require(body, "", "input_type")
			.oneOf(body.path("input_type"), "/input_type", inputTypes)
			.oneOf(body.path("truncate"), "/truncate",
					this.v4 ? List.of("NONE", "LEFT", "RIGHT", "START", "END") : List.of("NONE", "START", "END"))
			.allOf(body.path("embedding_types"), "/embedding_types", TYPES);
		contents(body, schema);
		schema.throwIfAny();
		return input(body).stream().mapToInt((content) -> Tokens.count(content.text)).sum();
	}

	private void contents(ObjectNode body, BodySchema schema) {
		List<String> kinds = this.v4 ? List.of("texts", "images", "inputs") : List.of("texts", "images");
		if (kinds.stream().filter(body::hasNonNull).count() != 1) {
			schema.violate("", body.hasNonNull("texts") ? "only one of the keys " + kinds + " is permitted"
					: "required key [texts] not found");
		}
		schema.items(body.path("texts"), "/texts", 1, MOST)
			.items(body.path("images"), "/images", 1, this.v4 ? MOST : 1);
		for (int i = 0; i < body.path("texts").size(); i++) {
			text(body.path("texts").path(i), "/texts/" + i, body, schema);
		}
		for (int i = 0; i < body.path("images").size(); i++) {
			image(body.path("images").path(i), "/images/" + i, schema);
		}
		if (this.v4) {
			schema.items(body.path("inputs"), "/inputs", 1, MOST);
			for (int i = 0; i < body.path("inputs").size(); i++) {
				input(body.path("inputs").path(i).path("content"), "/inputs/" + i + "/content", body, schema);
			}
		}
	}

	private void input(JsonNode content, String path, ObjectNode body, BodySchema schema) {
		if (!content.isArray() || content.isEmpty()) {
			schema.violate(path, "at least one part is required");
		}
		for (int i = 0; i < content.size(); i++) {
			JsonNode part = content.path(i);
			if (part.path("type").asString("").equals("text")) {
				text(part.path("text"), path + "/" + i + "/text", body, schema);
			}
			else if (part.path("type").asString("").equals("image_url")) {
				image(url(part), path + "/" + i + "/image_url", schema);
			}
			else {
				schema.violate(path + "/" + i + "/type", "the value is not one of [text, image_url]");
			}
		}
	}

	private void text(JsonNode text, String path, ObjectNode body, BodySchema schema) {
		if (!text.isString()) {
			schema.violate(path, "expected type: String");
		}
		else if (!this.v4 && text.asString("").length() > LONGEST_V3_TEXT) {
			schema.violate(path, "expected maxLength: " + LONGEST_V3_TEXT + ", actual: " + text.asString("").length());
		}
		else if (body.path("truncate").asString("NONE").equals("NONE")
				&& Tokens.count(text.asString("")) > mostTokens(body)) {
			schema.violate(path, "the text is longer than " + mostTokens(body) + " tokens and is not to be truncated");
		}
	}

	private static void image(JsonNode uri, String path, BodySchema schema) {
		if (ImageInput.readDataUri(uri) == null) {
			schema.violate(path, "the value is not a data URI of a base64-encoded image");
		}
	}

	private int mostTokens(ObjectNode body) {
		return this.v4 ? body.path("max_tokens").asInt(MOST_V4_TOKENS) : MOST_V3_TOKENS;
	}

	@Override
	public ObjectNode respond(ObjectNode body) {
		int dimensions = this.v4 ? body.path("output_dimension").asInt(1536) : 1024;
		List<FeatureVector> vectors = input(body).stream().map((content) -> content.vector(dimensions)).toList();
		ObjectNode response = Json.object()
			.put("id",
					Sha256.hex(Json.bytes(body)).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12}).*", "$1-$2-$3-$4-$5"));
		JsonNode types = body.path("embedding_types");
		if (types.isArray()) {
			ObjectNode byType = Json.object();
			types.values().forEach((type) -> byType.set(type.asString(""), embeddings(vectors, type.asString(""))));
			response.put("response_type", "embeddings_by_type").set("embeddings", byType);
		}
		else {
			response.put("response_type", "embeddings_floats").set("embeddings", embeddings(vectors, "float"));
		}
		if (body.path("images").isArray()) {
			response.set("images", images(body.path("images")));
		}
		return response.set("texts", body.path("texts").isArray() ? body.path("texts") : Json.array());
	}

	private static ArrayNode embeddings(List<FeatureVector> vectors, String type) {
		ArrayNode embeddings = Json.array();
		vectors.forEach((vector) -> embeddings.add(QuantizedVector.of(vector, type)));
		return embeddings;
	}

	private static ArrayNode images(JsonNode uris) {
		ArrayNode images = Json.array();
		for (JsonNode uri : uris) {
			ImageInput image = ImageInput.readDataUri(uri);
			if (image != null) {
				images.add(Json.object()
					.put("width", image.width())
					.put("height", image.height())
					.put("format", image.format())
					.put("bit_depth", 24));
			}
		}
		return images;
	}

	private List<Content> input(ObjectNode body) {
		List<Content> input = new ArrayList<>();
		body.path("texts").values().forEach((text) -> input.add(new Content(kept(text, body), List.of())));
		body.path("images").values().forEach((uri) -> input.add(new Content("", List.of(uri))));
		for (JsonNode fused : body.path("inputs")) {
			StringBuilder text = new StringBuilder();
			List<JsonNode> images = new ArrayList<>();
			for (JsonNode part : fused.path("content")) {
				if (part.has("image_url")) {
					images.add(url(part));
				}
				text.append(text.isEmpty() ? "" : "\n").append(kept(part.path("text"), body));
			}
			input.add(new Content(text.toString().strip(), images));
		}
		return input;
	}

	private String kept(JsonNode text, ObjectNode body) {
		List<String> tokens = Tokens.split(text.asString(""));
		int most = mostTokens(body);
		if (tokens.size() <= most) {
			return text.asString("");
		}
		boolean start = List.of("START", "LEFT").contains(body.path("truncate").asString(""));
		return String.join("", start ? tokens.subList(tokens.size() - most, tokens.size()) : tokens.subList(0, most));
	}

	/** Cohere's native API has an object around the address. */
	private static JsonNode url(JsonNode part) {
		JsonNode url = part.path("image_url");
		return url.isObject() ? url.path("url") : url;
	}

	/**
	 * Input of one vector.
	 *
	 * @param text the text, or an empty string
	 * @param images the data URIs of images
	 */
	private record Content(String text, List<JsonNode> images) {

		FeatureVector vector(int dimensions) {
			FeatureVector vector = (this.text.isEmpty() && !this.images.isEmpty()) ? null
					: new FeatureVector(dimensions).text(this.text);
			for (JsonNode uri : this.images) {
				ImageInput image = ImageInput.readDataUri(uri);
				if (image != null) {
					FeatureVector seen = image.vector(dimensions);
					vector = (vector == null) ? seen : vector.and(seen);
				}
			}
			return ((vector == null) ? new FeatureVector(dimensions).text("") : vector).normalized();
		}

	}

}
