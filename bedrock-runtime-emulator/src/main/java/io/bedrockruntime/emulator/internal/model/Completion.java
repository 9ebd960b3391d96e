package io.bedrockruntime.emulator.internal.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Output of the emulated model, before an operation converts it to its response.
 *
 * @param content the content blocks in Converse's form
 * @param stopReason the stop reason in Converse's terms
 * @param stopSequence the stop sequence that ended it
 * @param usage the tokens of the call
 * @param latencyMs the latency to report
 * @param extras members that Converse adds to its response and ConverseStream to its
 * metadata
 */
public record Completion(ArrayNode content, String stopReason, @Nullable String stopSequence, Usage usage,
		long latencyMs, ObjectNode extras) {

	/** Return the concatenated text blocks. */
	public String text() {
		StringBuilder text = new StringBuilder();
		this.content.forEach((block) -> text.append(block.path("text").asString("")));
		return text.toString();
	}

}
