package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A block of a message: text, media, a tool use or its result, reasoning and more.
 *
 * @since 0.1.0
 */
public sealed interface ContentBlock extends Union {

	/**
	 * {@return the variant with text}
	 * @param text the text
	 */
	static ContentBlock text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with an image}
	 * @param image an image
	 */
	static ContentBlock image(ImageBlock image) {
		return new Image(image);
	}

	/**
	 * {@return the variant with a document}
	 * @param document a document
	 */
	static ContentBlock document(DocumentBlock document) {
		return new Document(document);
	}

	/**
	 * {@return the variant with a video}
	 * @param video a video
	 */
	static ContentBlock video(VideoBlock video) {
		return new Video(video);
	}

	/**
	 * {@return the variant with an audio clip}
	 * @param audio an audio clip
	 */
	static ContentBlock audio(AudioBlock audio) {
		return new Audio(audio);
	}

	/**
	 * {@return the variant with a tool use that the model requests}
	 * @param toolUse a tool use that the model requests
	 */
	static ContentBlock toolUse(ToolUseBlock toolUse) {
		return new ToolUse(toolUse);
	}

	/**
	 * {@return the variant with the result of a tool use}
	 * @param toolResult the result of a tool use
	 */
	static ContentBlock toolResult(ToolResultBlock toolResult) {
		return new ToolResult(toolResult);
	}

	/**
	 * {@return the variant with content that the guardrail assesses}
	 * @param guardContent content that the guardrail assesses
	 */
	static ContentBlock guardContent(GuardrailConverseContentBlock guardContent) {
		return new GuardContent(guardContent);
	}

	/**
	 * {@return the variant with a point up to which the prompt is cached}
	 * @param cachePoint a point up to which the prompt is cached
	 */
	static ContentBlock cachePoint(CachePointBlock cachePoint) {
		return new CachePoint(cachePoint);
	}

	/**
	 * {@return the variant with the model's reasoning}
	 * @param reasoningContent the model's reasoning
	 */
	static ContentBlock reasoningContent(ReasoningContentBlock reasoningContent) {
		return new ReasoningContent(reasoningContent);
	}

	/**
	 * {@return the variant with generated text and its citations}
	 * @param citationsContent generated text and its citations
	 */
	static ContentBlock citationsContent(CitationsContentBlock citationsContent) {
		return new CitationsContent(citationsContent);
	}

	/**
	 * {@return the variant with a search result}
	 * @param searchResult a search result
	 */
	static ContentBlock searchResult(SearchResultBlock searchResult) {
		return new SearchResult(searchResult);
	}

	/**
	 * {@return the variant with a tool that becomes available from this point on}
	 * @param toolAddition a tool that becomes available from this point on
	 */
	static ContentBlock toolAddition(ToolAdditionBlock toolAddition) {
		return new ToolAddition(toolAddition);
	}

	/**
	 * {@return the variant with a tool that is no longer available from this point on}
	 * @param toolRemoval a tool that is no longer available from this point on
	 */
	static ContentBlock toolRemoval(ToolRemovalBlock toolRemoval) {
		return new ToolRemoval(toolRemoval);
	}

	/**
	 * The variant with text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ContentBlock {

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
	record Image(ImageBlock image) implements ContentBlock {

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
	record Document(DocumentBlock document) implements ContentBlock {

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
	record Video(VideoBlock video) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param video a video
		 */
		public Video {
			Assert.notNull(video, "'video' must not be null");
		}

	}

	/**
	 * The variant with an audio clip.
	 *
	 * @param audio an audio clip
	 */
	record Audio(AudioBlock audio) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param audio an audio clip
		 */
		public Audio {
			Assert.notNull(audio, "'audio' must not be null");
		}

	}

	/**
	 * The variant with a tool use that the model requests.
	 *
	 * @param toolUse a tool use that the model requests
	 */
	record ToolUse(ToolUseBlock toolUse) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param toolUse a tool use that the model requests
		 */
		public ToolUse {
			Assert.notNull(toolUse, "'toolUse' must not be null");
		}

	}

	/**
	 * The variant with the result of a tool use.
	 *
	 * @param toolResult the result of a tool use
	 */
	record ToolResult(ToolResultBlock toolResult) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param toolResult the result of a tool use
		 */
		public ToolResult {
			Assert.notNull(toolResult, "'toolResult' must not be null");
		}

	}

	/**
	 * The variant with content that the guardrail assesses.
	 *
	 * @param guardContent content that the guardrail assesses
	 */
	record GuardContent(GuardrailConverseContentBlock guardContent) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param guardContent content that the guardrail assesses
		 */
		public GuardContent {
			Assert.notNull(guardContent, "'guardContent' must not be null");
		}

	}

	/**
	 * The variant with a point up to which the prompt is cached.
	 *
	 * @param cachePoint a point up to which the prompt is cached
	 */
	record CachePoint(CachePointBlock cachePoint) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param cachePoint a point up to which the prompt is cached
		 */
		public CachePoint {
			Assert.notNull(cachePoint, "'cachePoint' must not be null");
		}

	}

	/**
	 * The variant with the model's reasoning.
	 *
	 * @param reasoningContent the model's reasoning
	 */
	record ReasoningContent(ReasoningContentBlock reasoningContent) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param reasoningContent the model's reasoning
		 */
		public ReasoningContent {
			Assert.notNull(reasoningContent, "'reasoningContent' must not be null");
		}

	}

	/**
	 * The variant with generated text and its citations.
	 *
	 * @param citationsContent generated text and its citations
	 */
	record CitationsContent(CitationsContentBlock citationsContent) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param citationsContent generated text and its citations
		 */
		public CitationsContent {
			Assert.notNull(citationsContent, "'citationsContent' must not be null");
		}

	}

	/**
	 * The variant with a search result.
	 *
	 * @param searchResult a search result
	 */
	record SearchResult(SearchResultBlock searchResult) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param searchResult a search result
		 */
		public SearchResult {
			Assert.notNull(searchResult, "'searchResult' must not be null");
		}

	}

	/**
	 * The variant with a tool that becomes available from this point on.
	 *
	 * @param toolAddition a tool that becomes available from this point on
	 */
	record ToolAddition(ToolAdditionBlock toolAddition) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param toolAddition a tool that becomes available from this point on
		 */
		public ToolAddition {
			Assert.notNull(toolAddition, "'toolAddition' must not be null");
		}

	}

	/**
	 * The variant with a tool that is no longer available from this point on.
	 *
	 * @param toolRemoval a tool that is no longer available from this point on
	 */
	record ToolRemoval(ToolRemovalBlock toolRemoval) implements ContentBlock {

		/**
		 * Check that no component is null.
		 * @param toolRemoval a tool that is no longer available from this point on
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
