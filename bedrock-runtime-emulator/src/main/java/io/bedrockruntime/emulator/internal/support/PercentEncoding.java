package io.bedrockruntime.emulator.internal.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding with the unreserved set of RFC 3986, which AWS uses.
 */
public final class PercentEncoding {

	private static final String HEX = "0123456789ABCDEF";

	private PercentEncoding() {
	}

	public static String encode(String value) {
		StringBuilder encoded = new StringBuilder(value.length() + 16);
		for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
			char character = (char) (octet & 0xFF);
			if (isUnreserved(character)) {
				encoded.append(character);
			}
			else {
				encoded.append('%').append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xF));
			}
		}
		return encoded.toString();
	}

	/**
	 * Decode leniently: an invalid escape is kept unchanged, and a plus sign is never a
	 * space.
	 */
	public static String decode(String value) {
		if (value.indexOf('%') < 0) {
			return value;
		}
		byte[] octets = value.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(octets.length);
		for (int i = 0; i < octets.length; i++) {
			int high = (octets[i] == '%' && i + 2 < octets.length) ? Character.digit(octets[i + 1], 16) : -1;
			int low = (high >= 0) ? Character.digit(octets[i + 2], 16) : -1;
			if (low >= 0) {
				decoded.write(high << 4 | low);
				i += 2;
			}
			else {
				decoded.write(octets[i]);
			}
		}
		return decoded.toString(StandardCharsets.UTF_8);
	}

	private static boolean isUnreserved(char character) {
		return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
				|| character >= '0' && character <= '9' || "-_.~".indexOf(character) >= 0;
	}

}
