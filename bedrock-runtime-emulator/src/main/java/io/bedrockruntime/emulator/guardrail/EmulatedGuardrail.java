package io.bedrockruntime.emulator.guardrail;

import java.nio.file.Path;
import java.util.List;

import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;

/**
 * Guardrail of the emulator. It matches words and patterns where the service uses models,
 * so that the same text always gets the same result.
 *
 * @since 0.1.0
 */
public final class EmulatedGuardrail {

	private final GuardrailDefinition definition;

	EmulatedGuardrail(GuardrailDefinition definition) {
		this.definition = definition;
	}

	/**
	 * Return a builder for a guardrail without policies.
	 * @param id the identifier, of lower-case letters and digits
	 * @return the builder
	 */
	public static EmulatedGuardrailBuilder builder(String id) {
		return new EmulatedGuardrailBuilder(id);
	}

	/**
	 * Read guardrails from a JSON file: one definition or a list of them, each with the
	 * members of AWS's {@code CreateGuardrail} request and an {@code id}, and optionally
	 * a {@code version}. The {@code examples} of a topic are the words that identify it.
	 * A file whose name ends in {@code .properties} contains the same definition with a
	 * path for each value, as in {@code wordPolicyConfig.wordsConfig[0].text}, and a list
	 * of definitions with the prefix {@code [0].} in each path.
	 * @param file the file
	 * @return the guardrails in order
	 * @throws IllegalArgumentException if the file cannot be read or contains an
	 * unsupported definition
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
	 * Return the definition, for internal use: its type is not part of the public API.
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
