package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Content block.
 *
 * @since 0.1.0
 */
public sealed interface ContentBlock extends Union {

	/**
	 * {@return the variant with the text}
	 * @param text the text
	 */
	static ContentBlock text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with the image}
	 * @param image the image
	 */
	static ContentBlock image(ImageBlock image) {
		return new Image(image);
	}

	/**
	 * {@return the variant with the document}
	 * @param document the document
	 */
	static ContentBlock document(DocumentBlock document) {
		return new Document(document);
	}

	/**
	 * {@return the variant with the video}
	 * @param video the video
	 */
	static ContentBlock video(VideoBlock video) {
		return new Video(video);
	}

	/**
	 * {@return the variant with the audio}
	 * @param audio the audio
	 */
	static ContentBlock audio(AudioBlock audio) {
		return new Audio(audio);
	}

	/**
	 * {@return the variant with the tool use}
	 * @param toolUse the tool use
	 */
	static ContentBlock toolUse(ToolUseBlock toolUse) {
		return new ToolUse(toolUse);
	}

	/**
	 * {@return the variant with the tool result}
	 * @param toolResult the tool result
	 */
	static ContentBlock toolResult(ToolResultBlock toolResult) {
		return new ToolResult(toolResult);
	}

	/**
	 * {@return the variant with the guard content}
	 * @param guardContent the guard content
	 */
	static ContentBlock guardContent(GuardrailConverseContentBlock guardContent) {
		return new GuardContent(guardContent);
	}

	/**
	 * {@return the variant with the cache point}
	 * @param cachePoint the cache point
	 */
	static ContentBlock cachePoint(CachePointBlock cachePoint) {
		return new CachePoint(cachePoint);
	}

	/**
	 * {@return the variant with the reasoning content}
	 * @param reasoningContent the reasoning content
	 */
	static ContentBlock reasoningContent(ReasoningContentBlock reasoningContent) {
		return new ReasoningContent(reasoningContent);
	}

	/**
	 * {@return the variant with the citations content}
	 * @param citationsContent the citations content
	 */
	static ContentBlock citationsContent(CitationsContentBlock citationsContent) {
		return new CitationsContent(citationsContent);
	}

	/**
	 * {@return the variant with the search result}
	 * @param searchResult the search result
	 */
	static ContentBlock searchResult(SearchResultBlock searchResult) {
		return new SearchResult(searchResult);
	}

	/**
	 * {@return the variant with the tool addition}
	 * @param toolAddition the tool addition
	 */
	static ContentBlock toolAddition(ToolAdditionBlock toolAddition) {
		return new ToolAddition(toolAddition);
	}

	/**
	 * {@return the variant with the tool removal}
	 * @param toolRemoval the tool removal
	 */
	static ContentBlock toolRemoval(ToolRemovalBlock toolRemoval) {
		return new ToolRemoval(toolRemoval);
	}

	/**
	 * The variant with the text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ContentBlock {

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
	record Image(ImageBlock image) implements ContentBlock {

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
	record Document(DocumentBlock document) implements ContentBlock {

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
	record Video(VideoBlock video) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param video the video
		 */
		public Video {
			Assert.notNull(video, "'video' must not be null");
		}

	}

	/**
	 * The variant with the audio.
	 *
	 * @param audio the audio
	 */
	record Audio(AudioBlock audio) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param audio the audio
		 */
		public Audio {
			Assert.notNull(audio, "'audio' must not be null");
		}

	}

	/**
	 * The variant with the tool use.
	 *
	 * @param toolUse the tool use
	 */
	record ToolUse(ToolUseBlock toolUse) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param toolUse the tool use
		 */
		public ToolUse {
			Assert.notNull(toolUse, "'toolUse' must not be null");
		}

	}

	/**
	 * The variant with the tool result.
	 *
	 * @param toolResult the tool result
	 */
	record ToolResult(ToolResultBlock toolResult) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param toolResult the tool result
		 */
		public ToolResult {
			Assert.notNull(toolResult, "'toolResult' must not be null");
		}

	}

	/**
	 * The variant with the guard content.
	 *
	 * @param guardContent the guard content
	 */
	record GuardContent(GuardrailConverseContentBlock guardContent) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param guardContent the guard content
		 */
		public GuardContent {
			Assert.notNull(guardContent, "'guardContent' must not be null");
		}

	}

	/**
	 * The variant with the cache point.
	 *
	 * @param cachePoint the cache point
	 */
	record CachePoint(CachePointBlock cachePoint) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param cachePoint the cache point
		 */
		public CachePoint {
			Assert.notNull(cachePoint, "'cachePoint' must not be null");
		}

	}

	/**
	 * The variant with the reasoning content.
	 *
	 * @param reasoningContent the reasoning content
	 */
	record ReasoningContent(ReasoningContentBlock reasoningContent) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param reasoningContent the reasoning content
		 */
		public ReasoningContent {
			Assert.notNull(reasoningContent, "'reasoningContent' must not be null");
		}

	}

	/**
	 * The variant with the citations content.
	 *
	 * @param citationsContent the citations content
	 */
	record CitationsContent(CitationsContentBlock citationsContent) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param citationsContent the citations content
		 */
		public CitationsContent {
			Assert.notNull(citationsContent, "'citationsContent' must not be null");
		}

	}

	/**
	 * The variant with the search result.
	 *
	 * @param searchResult the search result
	 */
	record SearchResult(SearchResultBlock searchResult) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param searchResult the search result
		 */
		public SearchResult {
			Assert.notNull(searchResult, "'searchResult' must not be null");
		}

	}

	/**
	 * The variant with the tool addition.
	 *
	 * @param toolAddition the tool addition
	 */
	record ToolAddition(ToolAdditionBlock toolAddition) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param toolAddition the tool addition
		 */
		public ToolAddition {
			Assert.notNull(toolAddition, "'toolAddition' must not be null");
		}

	}

	/**
	 * The variant with the tool removal.
	 *
	 * @param toolRemoval the tool removal
	 */
	record ToolRemoval(ToolRemovalBlock toolRemoval) implements ContentBlock {

		/**
		 * Check that there is a value.
		 * @param toolRemoval the tool removal
		 */
		public ToolRemoval {
			Assert.notNull(toolRemoval, "'toolRemoval' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ContentBlock {

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
