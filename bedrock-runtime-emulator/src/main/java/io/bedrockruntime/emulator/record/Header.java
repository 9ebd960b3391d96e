package io.bedrockruntime.emulator.record;

/**
 * Header of a request or a response, as sent on the wire.
 *
 * @param name the name, in the case it was sent in
 * @param value the value
 * @since 0.1.0
 */
public record Header(String name, String value) {

	@Override
	public String toString() {
		return this.name;
	}

}
