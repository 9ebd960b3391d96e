package io.bedrockruntime.emulator.internal.format.media;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.validation.BodySchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of Amazon Nova Multimodal Embeddings: one content of any kind.
 */
final class NovaEmbeddings implements NonConversationalFormat {

	private static final String PARAMS = "/singleEmbeddingParams";

	private static final int LONGEST_TEXT = 8192;

	private static final List<String> PURPOSES = List.of("GENERIC_INDEX", "GENERIC_RETRIEVAL", "TEXT_RETRIEVAL",
			"IMAGE_RETRIEVAL", "VIDEO_RETRIEVAL", "DOCUMENT_RETRIEVAL", "AUDIO_RETRIEVAL", "CLASSIFICATION",
			"CLUSTERING");

	private static final Map<String, List<String>> FORMATS = Map.of("image", List.of("png", "jpeg", "gif", "webp"),
			"audio", List.of("mp3", "wav", "ogg"), "video",
			List.of("mp4", "mov", "mkv", "webm", "flv", "mpeg", "mpg", "wmv", "3gp"));

	private static final List<String> CONTENTS = List.of("text", "image", "audio", "video");

	@Override
	public int inputTokens(ObjectNode body) {
		JsonNode params = body.path("singleEmbeddingParams");
		BodySchema schema = new BodySchema()
			.only(body, "", List.of("schemaVersion", "taskType", "singleEmbeddingParams"))
			.oneOf(body.path("schemaVersion"), "/schemaVersion", List.of("nova-multimodal-embed-v1"))
			.require(body, "", "taskType")
			.oneOf(body.path("taskType"), "/taskType", List.of("SINGLE_EMBEDDING"))
			.require(body, "", "singleEmbeddingParams")
			.object(params, PARAMS);
		if (params.isObject()) {
			schema
				.only(params, PARAMS,
						List.of("embeddingPurpose", "embeddingDimension", "text", "image", "audio", "video"))
				.require(params, PARAMS, "embeddingPurpose")
				.oneOf(params.path("embeddingPurpose"), PARAMS + "/embeddingPurpose", PURPOSES)
				.oneOf(params.path("embeddingDimension"), PARAMS + "/embeddingDimension",
						List.of("256", "384", "1024", "3072"));
			content(params, schema);
		}
		schema.throwIfAny();
		return Tokens.count(params.path("text").path("value").asString(""));
	}

	private static void content(JsonNode params, BodySchema schema) {
		if (CONTENTS.stream().filter(params::hasNonNull).count() != 1) {
			schema.violate(PARAMS, "exactly one of the keys [text, image, audio, video] is required");
		}
		if (params.path("text").isObject()) {
			text(params.path("text"), schema);
		}
		FORMATS.forEach((kind, formats) -> {
			JsonNode content = params.path(kind);
			schema.object(content, PARAMS + "/" + kind);
			if (content.isObject()) {
				schema.require(content, PARAMS + "/" + kind, "format")
					.oneOf(content.path("format"), PARAMS + "/" + kind + "/format", formats)
					.require(content, PARAMS + "/" + kind, "source");
				source(content.path("source"), PARAMS + "/" + kind + "/source", schema);
			}
		});
		JsonNode mode = params.path("video").path("embeddingMode");
		schema.oneOf(mode, PARAMS + "/video/embeddingMode", List.of("AUDIO_VIDEO_COMBINED", "AUDIO_VIDEO_SEPARATE"));
	}

	private static void text(JsonNode text, BodySchema schema) {
		JsonNode mode = text.path("truncationMode");
		int longest = mode.asString("NONE").equals("NONE") ? LONGEST_TEXT : Integer.MAX_VALUE;
		schema.only(text, PARAMS + "/text", List.of("truncationMode", "value", "source"))
			.require(text, PARAMS + "/text", "truncationMode")
			.oneOf(mode, PARAMS + "/text/truncationMode", List.of("START", "END", "NONE"))
			.text(text.path("value"), PARAMS + "/text/value", longest);
		if (text.hasNonNull("value") == text.hasNonNull("source")) {
			schema.violate(PARAMS + "/text", "exactly one of the keys [value, source] is required");
		}
		source(text.path("source"), PARAMS + "/text/source", schema);
	}

	private static void source(JsonNode source, String path, BodySchema schema) {
		schema.object(source, path);
		if (source.isObject() && source.hasNonNull("bytes") == source.hasNonNull("s3Location")) {
			schema.violate(path, "exactly one of the keys [bytes, s3Location] is required");
		}
		else if (source.hasNonNull("bytes") && ImageInput.read(source.path("bytes")) == null) {
			schema.violate(path + "/bytes", "the value is not base64-encoded");
		}
	}

	@Override
	public ObjectNode respond(ObjectNode body) {
		JsonNode params = body.path("singleEmbeddingParams");
		int dimensions = params.path("embeddingDimension").asInt(3072);
		ArrayNode embeddings = Json.array();
		if (params.path("text").isObject()) {
			embeddings.add(text(params.path("text"), dimensions));
		}
		else if (params.path("video").isObject()) {
			JsonNode video = params.path("video");
			if (video.path("embeddingMode").asString("").equals("AUDIO_VIDEO_SEPARATE")) {
				embeddings.add(embedding("VIDEO", media(video, dimensions, "video")));
				embeddings.add(embedding("AUDIO", media(video, dimensions, "audio")));
			}
			else {
				embeddings.add(embedding("AUDIO_VIDEO_COMBINED", media(video, dimensions, "video")));
			}
		}
		else if (params.path("audio").isObject()) {
			embeddings.add(embedding("AUDIO", media(params.path("audio"), dimensions, "audio")));
		}
		else {
			embeddings.add(embedding("IMAGE", media(params.path("image"), dimensions, "image")));
		}
		return Json.object().set("embeddings", embeddings);
	}

	private static ObjectNode text(JsonNode text, int dimensions) {
		JsonNode source = text.path("source");
		if (source.isObject()) {
			String value = source.hasNonNull("bytes")
					? new String(Base64.getDecoder().decode(source.path("bytes").asString("")), StandardCharsets.UTF_8)
					: source.path("s3Location").path("uri").asString("");
			return embedding("TEXT", new FeatureVector(dimensions).text(value));
		}
		String value = text.path("value").asString("");
		String kept = value;
		if (value.length() > LONGEST_TEXT) {
			kept = text.path("truncationMode").asString("").equals("START")
					? value.substring(value.length() - LONGEST_TEXT) : value.substring(0, LONGEST_TEXT);
		}
		ObjectNode embedding = embedding("TEXT", new FeatureVector(dimensions).text(kept));
		return (kept.length() < value.length()) ? embedding.put("truncatedCharLength", kept.length()) : embedding;
	}

	/**
	 * Content in a bucket is not available to the emulator; its address is used instead.
	 */
	private static FeatureVector media(JsonNode content, int dimensions, String kind) {
		ImageInput bytes = ImageInput.read(content.path("source").path("bytes"));
		String uri = content.path("source").path("s3Location").path("uri").asString("");
		FeatureVector vector = (bytes != null) ? bytes.vector(dimensions) : new FeatureVector(dimensions).text(uri);
		return kind.equals("audio") ? vector.add("audio", 1) : vector;
	}

	private static ObjectNode embedding(String type, FeatureVector vector) {
		return Json.object().put("embeddingType", type).set("embedding", vector.normalized().toJson());
	}

}
