package io.bedrockruntime.eventstream;

/**
 * CRC-32 of a prelude's two lengths, by tables: a call of {@code CRC32} costs some 15 ns
 * however little there is to sum up, and this a third of it.
 */
final class PreludeChecksum {

	private static final int POLYNOMIAL = 0xEDB88320;

	private static final int TABLES = Prelude.CHECKED_LENGTH;

	/** By the byte's value, and by how many bytes follow it. */
	private static final int[] TABLE = new int[TABLES * 256];

	static {
		for (int value = 0; value < 256; value++) {
			int crc = value;
			for (int bit = 0; bit < Byte.SIZE; bit++) {
				crc = (crc >>> 1) ^ (POLYNOMIAL & -(crc & 1));
			}
			TABLE[value] = crc;
		}
		for (int i = 256; i < TABLE.length; i++) {
			int shorter = TABLE[i - 256];
			TABLE[i] = (shorter >>> Byte.SIZE) ^ TABLE[shorter & 0xFF];
		}
	}

	private PreludeChecksum() {
	}

	/**
	 * Return the checksum of two numbers as they stand on the wire.
	 */
	static int of(int totalLength, int headersLength) {
		return ~(word(~totalLength, 4) ^ word(headersLength, 0));
	}

	private static int word(int value, int following) {
		int table = following * 256;
		return TABLE[table + 3 * 256 + (value >>> 24)] ^ TABLE[table + 2 * 256 + ((value >>> 16) & 0xFF)]
				^ TABLE[table + 256 + ((value >>> 8) & 0xFF)] ^ TABLE[table + (value & 0xFF)];
	}

}
