package io.bedrockruntime.autoconfigure.observation;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.content.AudioBlock;
import io.bedrockruntime.model.content.AudioSource;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.DocumentBlock;
import io.bedrockruntime.model.content.DocumentSource;
import io.bedrockruntime.model.content.ImageBlock;
import io.bedrockruntime.model.content.ImageSource;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.content.VideoBlock;
import io.bedrockruntime.model.content.VideoSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Describes images, documents, videos and audio by type and length, without their names,
 * locations and bytes.
 */
final class MediaDescriber {

	private MediaDescriber() {
	}

	/**
	 * Describe a block, or return {@code null} if it is something else.
	 */
	static @Nullable JsonNode describe(ContentWriter writer, ContentBlock block) {
		if (block instanceof ContentBlock.Image image) {
			return image(writer, image.image());
		}
		if (block instanceof ContentBlock.Document document) {
			return document(writer, document.document());
		}
		if (block instanceof ContentBlock.Video video) {
			return video(writer, video.video());
		}
		if (block instanceof ContentBlock.Audio audio) {
			AudioBlock value = audio.audio();
			return writer.blob("audio", "audio/" + value.format().value(),
					(value.source() instanceof AudioSource.Bytes bytes) ? bytes.bytes() : null);
		}
		return null;
	}

	/**
	 * Describe a part of a tool's result, or return {@code null} if it is something else.
	 */
	static @Nullable JsonNode describe(ContentWriter writer, ToolResultContentBlock block) {
		if (block instanceof ToolResultContentBlock.Image image) {
			return image(writer, image.image());
		}
		if (block instanceof ToolResultContentBlock.Document document) {
			return document(writer, document.document());
		}
		return (block instanceof ToolResultContentBlock.Video video) ? video(writer, video.video()) : null;
	}

	private static JsonNode image(ContentWriter writer, ImageBlock image) {
		Blob bytes = (image.source() instanceof ImageSource.Bytes source) ? source.bytes() : null;
		return writer.blob("image", "image/" + image.format().value(), bytes);
	}

	private static JsonNode document(ContentWriter writer, DocumentBlock document) {
		Blob bytes = (document.source() instanceof DocumentSource.Bytes source) ? source.bytes() : null;
		return writer.blob("document", (document.format() != null) ? document.format().value() : null, bytes);
	}

	private static JsonNode video(ContentWriter writer, VideoBlock video) {
		Blob bytes = (video.source() instanceof VideoSource.Bytes source) ? source.bytes() : null;
		return writer.blob("video", "video/" + video.format().value(), bytes);
	}

}
