package io.bedrockruntime.model.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Reasoning as text.
 *
 * @param text the reasoning
 * @param signature the signature of the reasoning; the model rejects reasoning that is
 * sent back without it
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record ReasoningTextBlock(@Sensitive String text, @Sensitive @Nullable String signature,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param text the reasoning
	 * @param signature the signature of the reasoning; the model rejects reasoning that
	 * is sent back without it
	 * @param unknownMembers members that this version does not know
	 */
	public ReasoningTextBlock {
		Assert.notNull(text, "'text' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param text the reasoning
	 * @param signature the signature of the reasoning; the model rejects reasoning that
	 * is sent back without it
	 */
	public ReasoningTextBlock(String text, @Nullable String signature) {
		this(text, signature, Map.of());
	}

	/**
	 * Return an instance with only the required components.
	 * @param text the reasoning
	 * @return the new record
	 */
	public static ReasoningTextBlock of(String text) {
		return new ReasoningTextBlock(text, null);
	}

	/**
	 * Return a copy with another {@code signature}.
	 * @param signature the signature of the reasoning; the model rejects reasoning that
	 * is sent back without it
	 * @return the copy
	 */
	public ReasoningTextBlock withSignature(@Nullable String signature) {
		return new ReasoningTextBlock(this.text, signature, this.unknownMembers);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
