package io.bedrockruntime.internal.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@link Base64Text} with Java's decoder.
 */
class Base64TextTests {

	private final Random random = new Random(20261128);

	@Test
	void whenTextIsCompleteThenReturnsItsBytes() {
		for (int length = 0; length < 1200; length++) {
			byte[] bytes = new byte[length];
			this.random.nextBytes(bytes);
			assertThat(decode(Base64.getEncoder().encode(bytes))).isEqualTo(bytes);
		}
	}

	@Test
	void whenTextIsDamagedThenGivesWhatJavaDoes() {
		byte[] strange = "=-_\"\\ \u0000A".getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < 100_000; i++) {
			byte[] bytes = new byte[1 + this.random.nextInt(9)];
			this.random.nextBytes(bytes);
			byte[] text = Base64.getEncoder().encode(bytes);
			for (int damages = 1 + this.random.nextInt(2); damages > 0; damages--) {
				text[this.random.nextInt(text.length)] = this.random.nextBoolean()
						? strange[this.random.nextInt(strange.length)] : (byte) this.random.nextInt();
			}
			assertThat(decode(text)).as(() -> Arrays.toString(text)).isEqualTo(expected(text));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "A", "AA", "AAA", "AAAAA", "YQ", "YWI" })
	void whenPaddingLacksThenGivesNothing(String text) {
		assertThat(decode(text.getBytes(StandardCharsets.US_ASCII))).isNull();
	}

	/** Decode from the middle of an array, as in production. */
	private static byte[] decode(byte[] text) {
		byte[] around = new byte[text.length + 10];
		Arrays.fill(around, (byte) 'A');
		System.arraycopy(text, 0, around, 5, text.length);
		return Base64Text.decode(around, 5, 5 + text.length);
	}

	private static byte[] expected(byte[] text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
