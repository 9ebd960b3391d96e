package io.bedrockruntime.emulator.internal.guardrail;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Text that a guardrail receives.
 *
 * @param text the text
 * @param qualifiers the qualifiers; a text without any is guarded
 */
public record GuardedText(String text, Set<String> qualifiers) {

	public static GuardedText of(String text) {
		return new GuardedText(text, Set.of());
	}

	/** Read a text block of ApplyGuardrail or Converse. */
	public static GuardedText read(JsonNode block) {
		Set<String> qualifiers = new HashSet<>();
		block.path("qualifiers").values().forEach((qualifier) -> qualifiers.add(qualifier.asString("")));
		return new GuardedText(block.path("text").asString(""), qualifiers);
	}

	/** Return this text as a reference for the response, which is not guarded itself. */
	GuardedText asReference() {
		Set<String> references = new HashSet<>(this.qualifiers);
		references.remove("guard_content");
		return new GuardedText(this.text, references);
	}

	/**
	 * Return this text as guarded in addition to its qualifiers; used when no content is
	 * marked.
	 */
	GuardedText asGuarded() {
		if (this.qualifiers.isEmpty()) {
			return this;
		}
		Set<String> guarded = new HashSet<>(this.qualifiers);
		guarded.add("guard_content");
		return new GuardedText(this.text, guarded);
	}

	boolean isGuarded() {
		return this.qualifiers.isEmpty() || this.qualifiers.contains("guard_content");
	}

	boolean is(String qualifier) {
		return this.qualifiers.contains(qualifier);
	}

}
