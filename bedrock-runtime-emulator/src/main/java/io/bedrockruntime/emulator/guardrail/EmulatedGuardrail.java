package io.bedrockruntime.emulator.guardrail;

import java.nio.file.Path;
import java.util.List;

import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;

/**
 * A guardrail that the emulator knows. It looks for words and patterns where the service
 * asks models, so that the same text gets the same verdict every time.
 */
public final class EmulatedGuardrail {

	private final GuardrailDefinition definition;

	EmulatedGuardrail(GuardrailDefinition definition) {
		this.definition = definition;
	}

	/**
	 * Return a builder for a guardrail without policies.
	 * @param id the identifier, of small letters and digits
	 * @return the builder
	 */
	public static EmulatedGuardrailBuilder builder(String id) {
		return new EmulatedGuardrailBuilder(id);
	}

	/**
	 * Read guardrails from a JSON file: one definition or a list of them, each with the
	 * members of AWS's {@code CreateGuardrail} request and an {@code id}, and if need be
	 * a {@code version}. The {@code examples} of a topic are the words that it is known
	 * by. A file whose name ends in {@code .properties} says the same with a path in
	 * front of each value, as in {@code wordPolicyConfig.wordsConfig[0].text}, and a list
	 * of definitions with {@code [0].} in front of that.
	 * @param file the file
	 * @return the guardrails in order
	 * @throws IllegalArgumentException if the file cannot be read or says what the
	 * emulator cannot do
	 */
	public static List<EmulatedGuardrail> read(Path file) {
		return GuardrailFile.read(file);
	}

	/**
	 * Return the identifier.
	 * @return the identifier
	 */
	public String id() {
		return this.definition.id();
	}

	/**
	 * Return the version.
	 * @return the version
	 */
	public String version() {
		return this.definition.version();
	}

	/**
	 * Return what the guardrail applies. For the emulator itself: the type is not part of
	 * the public API.
	 * @return the definition
	 */
	public GuardrailDefinition definition() {
		return this.definition;
	}

	@Override
	public String toString() {
		return "EmulatedGuardrail[" + id() + ", " + version() + "]";
	}

}
