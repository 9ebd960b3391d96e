package io.bedrockruntime.emulator.internal.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the emulated model said, before an operation puts it into its own form.
 *
 * @param content the content blocks, as Converse has them
 * @param stopReason why it ended, in Converse's words
 * @param stopSequence the sequence that ended it
 * @param usage the tokens of the call
 * @param latencyMs how long the service would say that it took
 * @param extras members that Converse adds to its response and ConverseStream to its
 * metadata
 */
public record Completion(ArrayNode content, String stopReason, @Nullable String stopSequence, Usage usage,
		long latencyMs, ObjectNode extras) {

	/** Put together the text blocks. */
	public String text() {
		StringBuilder text = new StringBuilder();
		this.content.forEach((block) -> text.append(block.path("text").asString("")));
		return text.toString();
	}

}
