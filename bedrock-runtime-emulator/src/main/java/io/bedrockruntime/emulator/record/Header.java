package io.bedrockruntime.emulator.record;

/**
 * A header of a request or an answer, as it stands on the wire.
 *
 * @param name the name, in the case it was sent in
 * @param value the value
 */
public record Header(String name, String value) {

	@Override
	public String toString() {
		return this.name;
	}

}
