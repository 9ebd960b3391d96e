package io.bedrockruntime.emulator.internal.guardrail;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A text that is shown to a guardrail.
 *
 * @param text the text
 * @param qualifiers what it is to the guardrail; nothing means that it is to be guarded
 */
public record GuardedText(String text, Set<String> qualifiers) {

	public static GuardedText of(String text) {
		return new GuardedText(text, Set.of());
	}

	/** Read a text block of ApplyGuardrail or of Converse. */
	public static GuardedText read(JsonNode block) {
		Set<String> qualifiers = new HashSet<>();
		block.path("qualifiers").values().forEach((qualifier) -> qualifiers.add(qualifier.asString("")));
		return new GuardedText(block.path("text").asString(""), qualifiers);
	}

	/** What stands in a request is a measure of the answer, and not guarded with it. */
	GuardedText asReference() {
		Set<String> references = new HashSet<>(this.qualifiers);
		references.remove("guard_content");
		return new GuardedText(this.text, references);
	}

	/** Where nothing is marked to be guarded, everything is, whatever else it is. */
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
