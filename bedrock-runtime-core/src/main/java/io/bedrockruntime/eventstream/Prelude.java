package io.bedrockruntime.eventstream;

/**
 * Lengths of the parts of a message that have a fixed size, in bytes.
 */
final class Prelude {

	/**
	 * Total length, headers length and their checksum.
	 */
	static final int LENGTH = 12;

	/**
	 * The part of the prelude that its checksum covers.
	 */
	static final int CHECKED_LENGTH = 8;

	static final int CRC_LENGTH = 4;

	/**
	 * A message without headers and payload.
	 */
	static final int SHORTEST_MESSAGE = LENGTH + CRC_LENGTH;

	private Prelude() {
	}

}
