package io.bedrockruntime.model.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A message of a conversation.
 *
 * @param role the role of the author
 * @param content the blocks that make up the content, in order
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record Message(ConversationRole role, List<ContentBlock> content,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param role the role of the author
	 * @param content the blocks that make up the content, in order
	 * @param unknownMembers members that this version does not know
	 */
	public Message {
		Assert.notNull(role, "'role' must not be null");
		Assert.notNull(content, "'content' must not be null");
		content = List.copyOf(content);
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param role the role of the author
	 * @param content the blocks that make up the content, in order
	 */
	public Message(ConversationRole role, List<ContentBlock> content) {
		this(role, content, Map.of());
	}

	/**
	 * Return a user message with one text.
	 * @param text the text
	 * @return the message
	 */
	public static Message user(String text) {
		return user(ContentBlock.text(text));
	}

	/**
	 * Return a user message.
	 * @param content the blocks
	 * @return the message
	 */
	public static Message user(ContentBlock... content) {
		return new Message(ConversationRole.USER, List.of(content));
	}

	/**
	 * Return an assistant message with one text.
	 * @param text the text
	 * @return the message
	 */
	public static Message assistant(String text) {
		return assistant(ContentBlock.text(text));
	}

	/**
	 * Return an assistant message.
	 * @param content the blocks
	 * @return the message
	 */
	public static Message assistant(ContentBlock... content) {
		return new Message(ConversationRole.ASSISTANT, List.of(content));
	}

	/**
	 * Return the text of the message: its text blocks and the generated text of its
	 * citation blocks, joined without separators. Reasoning is not part of it.
	 * @return the text, empty if there is none
	 */
	public String text() {
		// Most messages have one block, whose text needs no copy.
		return (this.content.size() == 1) ? textOf(this.content.get(0))
				: this.content.stream().map(Message::textOf).collect(Collectors.joining());
	}

	/**
	 * Return the tool uses that the message requests.
	 * @return the tool uses in order, empty if there are none
	 */
	public List<ToolUseBlock> toolUses() {
		return this.content.stream()
			.filter(ContentBlock.ToolUse.class::isInstance)
			.map((block) -> ((ContentBlock.ToolUse) block).toolUse())
			.toList();
	}

	private static String textOf(ContentBlock block) {
		if (block instanceof ContentBlock.Text text) {
			return text.text();
		}
		if (block instanceof ContentBlock.CitationsContent cited && cited.citationsContent().content() != null) {
			return cited.citationsContent()
				.content()
				.stream()
				.map((part) -> (part instanceof CitationGeneratedContent.Text text) ? text.text() : "")
				.collect(Collectors.joining());
		}
		return "";
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
