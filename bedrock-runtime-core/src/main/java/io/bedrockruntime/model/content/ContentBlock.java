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
	 * Return the variant with the text.
	 * @param text the text
	 * @return the variant
	 */
	static ContentBlock text(String text) {
		return new Text(text);
	}

	/**
	 * Return the variant with the image.
	 * @param image the image
	 * @return the variant
	 */
	static ContentBlock image(ImageBlock image) {
		return new Image(image);
	}

	/**
	 * Return the variant with the document.
	 * @param document the document
	 * @return the variant
	 */
	static ContentBlock document(DocumentBlock document) {
		return new Document(document);
	}

	/**
	 * Return the variant with the video.
	 * @param video the video
	 * @return the variant
	 */
	static ContentBlock video(VideoBlock video) {
		return new Video(video);
	}

	/**
	 * Return the variant with the audio.
	 * @param audio the audio
	 * @return the variant
	 */
	static ContentBlock audio(AudioBlock audio) {
		return new Audio(audio);
	}

	/**
	 * Return the variant with the tool use.
	 * @param toolUse the tool use
	 * @return the variant
	 */
	static ContentBlock toolUse(ToolUseBlock toolUse) {
		return new ToolUse(toolUse);
	}

	/**
	 * Return the variant with the tool result.
	 * @param toolResult the tool result
	 * @return the variant
	 */
	static ContentBlock toolResult(ToolResultBlock toolResult) {
		return new ToolResult(toolResult);
	}

	/**
	 * Return the variant with the guard content.
	 * @param guardContent the guard content
	 * @return the variant
	 */
	static ContentBlock guardContent(GuardrailConverseContentBlock guardContent) {
		return new GuardContent(guardContent);
	}

	/**
	 * Return the variant with the cache point.
	 * @param cachePoint the cache point
	 * @return the variant
	 */
	static ContentBlock cachePoint(CachePointBlock cachePoint) {
		return new CachePoint(cachePoint);
	}

	/**
	 * Return the variant with the reasoning content.
	 * @param reasoningContent the reasoning content
	 * @return the variant
	 */
	static ContentBlock reasoningContent(ReasoningContentBlock reasoningContent) {
		return new ReasoningContent(reasoningContent);
	}

	/**
	 * Return the variant with the citations content.
	 * @param citationsContent the citations content
	 * @return the variant
	 */
	static ContentBlock citationsContent(CitationsContentBlock citationsContent) {
		return new CitationsContent(citationsContent);
	}

	/**
	 * Return the variant with the search result.
	 * @param searchResult the search result
	 * @return the variant
	 */
	static ContentBlock searchResult(SearchResultBlock searchResult) {
		return new SearchResult(searchResult);
	}

	/**
	 * Return the variant with the tool addition.
	 * @param toolAddition the tool addition
	 * @return the variant
	 */
	static ContentBlock toolAddition(ToolAdditionBlock toolAddition) {
		return new ToolAddition(toolAddition);
	}

	/**
	 * Return the variant with the tool removal.
	 * @param toolRemoval the tool removal
	 * @return the variant
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
