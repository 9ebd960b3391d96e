package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A piece of a tool's result.
 *
 * @since 0.1.0
 */
public sealed interface ToolResultContentBlock extends Union {

	/**
	 * {@return the variant with JSON}
	 * @param json JSON
	 */
	static ToolResultContentBlock json(JsonNode json) {
		return new Json(json);
	}

	/**
	 * {@return the variant with text}
	 * @param text the text
	 */
	static ToolResultContentBlock text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with an image}
	 * @param image an image
	 */
	static ToolResultContentBlock image(ImageBlock image) {
		return new Image(image);
	}

	/**
	 * {@return the variant with a document}
	 * @param document a document
	 */
	static ToolResultContentBlock document(DocumentBlock document) {
		return new Document(document);
	}

	/**
	 * {@return the variant with a video}
	 * @param video a video
	 */
	static ToolResultContentBlock video(VideoBlock video) {
		return new Video(video);
	}

	/**
	 * {@return the variant with a search result}
	 * @param searchResult a search result
	 */
	static ToolResultContentBlock searchResult(SearchResultBlock searchResult) {
		return new SearchResult(searchResult);
	}

	/**
	 * The variant with JSON.
	 *
	 * @param json JSON
	 */
	record Json(@Sensitive JsonNode json) implements ToolResultContentBlock {

		/**
		 * Check that no component is null.
		 * @param json JSON
		 */
		public Json {
			Assert.notNull(json, "'json' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * The variant with text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ToolResultContentBlock {

		/**
		 * Check that no component is null.
		 * @param text the text
		 */
		public Text {
			Assert.notNull(text, "'text' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * The variant with an image.
	 *
	 * @param image an image
	 */
	record Image(ImageBlock image) implements ToolResultContentBlock {

		/**
		 * Check that no component is null.
		 * @param image an image
		 */
		public Image {
			Assert.notNull(image, "'image' must not be null");
		}

	}

	/**
	 * The variant with a document.
	 *
	 * @param document a document
	 */
	record Document(DocumentBlock document) implements ToolResultContentBlock {

		/**
		 * Check that no component is null.
		 * @param document a document
		 */
		public Document {
			Assert.notNull(document, "'document' must not be null");
		}

	}

	/**
	 * The variant with a video.
	 *
	 * @param video a video
	 */
	record Video(VideoBlock video) implements ToolResultContentBlock {

		/**
		 * Check that no component is null.
		 * @param video a video
		 */
		public Video {
			Assert.notNull(video, "'video' must not be null");
		}

	}

	/**
	 * The variant with a search result.
	 *
	 * @param searchResult a search result
	 */
	record SearchResult(SearchResultBlock searchResult) implements ToolResultContentBlock {

		/**
		 * Check that no component is null.
		 * @param searchResult a search result
		 */
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

		/**
		 * Check that no component is null.
		 * @param name the member's name, empty if no member was set
		 * @param value the member's value
		 */
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
