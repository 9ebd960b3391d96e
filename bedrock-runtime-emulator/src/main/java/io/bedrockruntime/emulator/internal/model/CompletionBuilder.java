package io.bedrockruntime.emulator.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.internal.support.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builder that adds blocks until the token limit or a stop sequence is reached.
 */
public final class CompletionBuilder {

	private final List<String> stopSequences;

	private final int maxTokens;

	private final ArrayNode content = Json.array();

	private int tokens;

	private @Nullable String stopReason;

	private @Nullable String stopSequence;

	public CompletionBuilder(int maxTokens, List<String> stopSequences) {
		this.maxTokens = maxTokens;
		this.stopSequences = stopSequences;
	}

	CompletionBuilder reasoning(String text) {
		String kept = within(text);
		if (!kept.isEmpty()) {
			ObjectNode reasoningText = Json.object().put("text", kept).put("signature", signature(kept));
			ObjectNode reasoningContent = Json.object();
			reasoningContent.set("reasoningText", reasoningText);
			add("reasoningContent", reasoningContent);
		}
		return this;
	}

	public CompletionBuilder text(String text) {
		String kept = within(beforeStopSequence(text));
		if (!kept.isEmpty()) {
			this.content.add(Json.object().put("text", kept));
		}
		if (this.stopReason == null && this.stopSequence != null) {
			this.stopReason = "stop_sequence";
		}
		return this;
	}

	CompletionBuilder toolUse(String toolUseId, String name, JsonNode input) {
		if (this.stopReason != null && !this.stopReason.equals("tool_use")) {
			return this;
		}
		int weight = Tokens.count(Json.text(input)) + Tokens.count(name);
		if (this.tokens + weight > this.maxTokens) {
			// A truncated tool input is invalid, so the block is omitted.
			this.tokens = this.maxTokens;
			this.stopReason = "max_tokens";
			return this;
		}
		this.tokens += weight;
		this.stopReason = "tool_use";
		ObjectNode toolUse = Json.object().put("toolUseId", toolUseId).put("name", name);
		toolUse.set("input", input);
		add("toolUse", toolUse);
		return this;
	}

	public Completion build(Usage input, long latencyMs, ObjectNode extras) {
		String reason = (this.stopReason != null) ? this.stopReason : "end_turn";
		String sequence = reason.equals("stop_sequence") ? this.stopSequence : null;
		return new Completion(this.content, reason, sequence, input.withOutput(this.tokens), latencyMs, extras);
	}

	int tokens() {
		return this.tokens;
	}

	private void add(String member, ObjectNode value) {
		ObjectNode block = Json.object();
		block.set(member, value);
		this.content.add(block);
	}

	private String beforeStopSequence(String text) {
		int end = text.length();
		for (String sequence : this.stopSequences) {
			int index = text.indexOf(sequence);
			if (index >= 0 && index < end) {
				end = index;
				this.stopSequence = sequence;
			}
		}
		return text.substring(0, end);
	}

	private String within(String text) {
		if (this.stopReason != null) {
			return "";
		}
		List<String> pieces = Tokens.split(text);
		int left = this.maxTokens - this.tokens;
		if (pieces.size() > left) {
			this.stopReason = "max_tokens";
			pieces = pieces.subList(0, left);
		}
		this.tokens += pieces.size();
		return String.join("", pieces);
	}

	private static String signature(String text) {
		byte[] hash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
		return Base64.getEncoder().encodeToString(hash);
	}

}
