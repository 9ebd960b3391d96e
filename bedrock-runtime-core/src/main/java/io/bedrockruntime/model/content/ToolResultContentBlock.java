package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Tool result content block.
 *
 * @since 0.1.0
 */
public sealed interface ToolResultContentBlock extends Union {

	/**
	 * Return the variant with the json.
	 * @param json the json
	 * @return the variant
	 */
	static ToolResultContentBlock json(JsonNode json) {
		return new Json(json);
	}

	/**
	 * Return the variant with the text.
	 * @param text the text
	 * @return the variant
	 */
	static ToolResultContentBlock text(String text) {
		return new Text(text);
	}

	/**
	 * Return the variant with the image.
	 * @param image the image
	 * @return the variant
	 */
	static ToolResultContentBlock image(ImageBlock image) {
		return new Image(image);
	}

	/**
	 * Return the variant with the document.
	 * @param document the document
	 * @return the variant
	 */
	static ToolResultContentBlock document(DocumentBlock document) {
		return new Document(document);
	}

	/**
	 * Return the variant with the video.
	 * @param video the video
	 * @return the variant
	 */
	static ToolResultContentBlock video(VideoBlock video) {
		return new Video(video);
	}

	/**
	 * Return the variant with the search result.
	 * @param searchResult the search result
	 * @return the variant
	 */
	static ToolResultContentBlock searchResult(SearchResultBlock searchResult) {
		return new SearchResult(searchResult);
	}

	/**
	 * The variant with the json.
	 *
	 * @param json the json
	 */
	record Json(@Sensitive JsonNode json) implements ToolResultContentBlock {

		public Json {
			Assert.notNull(json, "'json' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * The variant with the text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ToolResultContentBlock {

		public Text {
			Assert.notNull(text, "'text' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * The variant with the image.
	 *
	 * @param image the image
	 */
	record Image(ImageBlock image) implements ToolResultContentBlock {

		public Image {
			Assert.notNull(image, "'image' must not be null");
		}

	}

	/**
	 * The variant with the document.
	 *
	 * @param document the document
	 */
	record Document(DocumentBlock document) implements ToolResultContentBlock {

		public Document {
			Assert.notNull(document, "'document' must not be null");
		}

	}

	/**
	 * The variant with the video.
	 *
	 * @param video the video
	 */
	record Video(VideoBlock video) implements ToolResultContentBlock {

		public Video {
			Assert.notNull(video, "'video' must not be null");
		}

	}

	/**
	 * The variant with the search result.
	 *
	 * @param searchResult the search result
	 */
	record SearchResult(SearchResultBlock searchResult) implements ToolResultContentBlock {

		public SearchResult {
			Assert.notNull(searchResult, "'searchResult' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ToolResultContentBlock {

		public Unknown {
			Assert.notNull(name, "'name' must not be null");
			Assert.notNull(value, "'value' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

}
