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
	 * {@return the variant with the json}
	 * @param json the json
	 */
	static ToolResultContentBlock json(JsonNode json) {
		return new Json(json);
	}

	/**
	 * {@return the variant with the text}
	 * @param text the text
	 */
	static ToolResultContentBlock text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with the image}
	 * @param image the image
	 */
	static ToolResultContentBlock image(ImageBlock image) {
		return new Image(image);
	}

	/**
	 * {@return the variant with the document}
	 * @param document the document
	 */
	static ToolResultContentBlock document(DocumentBlock document) {
		return new Document(document);
	}

	/**
	 * {@return the variant with the video}
	 * @param video the video
	 */
	static ToolResultContentBlock video(VideoBlock video) {
		return new Video(video);
	}

	/**
	 * {@return the variant with the search result}
	 * @param searchResult the search result
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

		/**
		 * Check that there is a value.
		 * @param json the json
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
	 * The variant with the text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ToolResultContentBlock {

		/**
		 * Check that there is a value.
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
	 * The variant with the image.
	 *
	 * @param image the image
	 */
	record Image(ImageBlock image) implements ToolResultContentBlock {

		/**
		 * Check that there is a value.
		 * @param image the image
		 */
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

		/**
		 * Check that there is a value.
		 * @param document the document
		 */
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

		/**
		 * Check that there is a value.
		 * @param video the video
		 */
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

		/**
		 * Check that there is a value.
		 * @param searchResult the search result
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
		 * Check that there is a value.
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
