package io.bedrockruntime.testdata;

import java.util.Base64;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * Sequence of choices, encoded in bytes, from which a test generates its sample. After
 * the last byte, the first option is always chosen: fewer and smaller bytes generate a
 * smaller sample, so that shrinking the bytes shrinks the sample.
 */
public final class Choices {

	private final byte[] bytes;

	private int position;

	public Choices(byte[] bytes) {
		this.bytes = bytes;
	}

	/** A sequence from its printed form. */
	public static Choices of(String base64) {
		return new Choices(Base64.getDecoder().decode(base64));
	}

	/** Arbitrary sequences up to a length. */
	public static Arbitrary<Choices> any(int maxLength) {
		return Arbitraries.bytes()
			.withDistribution(RandomDistribution.uniform())
			.array(byte[].class)
			.ofMaxSize(maxLength)
			.withSizeDistribution(RandomDistribution.uniform())
			.map(Choices::new);
	}

	public boolean exhausted() {
		return this.position >= this.bytes.length;
	}

	private int next() {
		return exhausted() ? 0 : Byte.toUnsignedInt(this.bytes[this.position++]);
	}

	/** A number from 0 (inclusive) to a bound (exclusive). */
	public int below(int bound) {
		long value = 0;
		for (long reach = 1; reach < bound; reach <<= 8) {
			value = value << 8 | next();
		}
		return (int) (value % bound);
	}

	/** True with a probability in percent, and false after the last byte. */
	public boolean chance(int percent) {
		return below(100) >= 100 - percent;
	}

	public int anyInt() {
		return next() << 24 | next() << 16 | next() << 8 | next();
	}

	@SafeVarargs
	public final <T> T of(T... options) {
		return options[below(options.length)];
	}

	public <T> T of(List<T> options) {
		return options.get(below(options.size()));
	}

	public byte[] bytes(int length) {
		byte[] result = new byte[length];
		for (int i = 0; i < length; i++) {
			result[i] = (byte) next();
		}
		return result;
	}

	@Override
	public String toString() {
		return "Choices.of(\"" + Base64.getEncoder().encodeToString(this.bytes) + "\")";
	}

}
