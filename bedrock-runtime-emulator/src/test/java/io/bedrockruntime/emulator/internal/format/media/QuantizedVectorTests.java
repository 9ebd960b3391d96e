package io.bedrockruntime.emulator.internal.format.media;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;

class QuantizedVectorTests {

	private final FeatureVector vector = new FeatureVector(64).text("the quick brown fox jumps over the lazy dog");

	@Test
	void whenAskedForBitsThenEachIsTheSignOfAComponent() {
		ArrayNode unsigned = QuantizedVector.of(this.vector, "ubinary");
		ArrayNode signed = QuantizedVector.of(this.vector, "binary");
		double[] components = this.vector.components();
		assertThat(unsigned).hasSize(components.length / 8);
		for (int i = 0; i < components.length; i++) {
			int packed = unsigned.get(i / 8).intValue();
			assertThat((packed >> (7 - i % 8)) & 1).as("component %d", i).isEqualTo((components[i] > 0) ? 1 : 0);
			assertThat(signed.get(i / 8).intValue()).isEqualTo(packed - 128);
		}
	}

	@Test
	void whenAskedForBytesThenEachIsItsShareOfTheLargestComponent() {
		ArrayNode signed = QuantizedVector.of(this.vector, "int8");
		ArrayNode unsigned = QuantizedVector.of(this.vector, "uint8");
		double[] components = this.vector.components();
		double largest = 0;
		for (double component : components) {
			largest = Math.max(largest, Math.abs(component));
		}
		for (int i = 0; i < components.length; i++) {
			assertThat(signed.get(i).intValue()).isEqualTo((int) Math.round(127 * components[i] / largest));
			assertThat(unsigned.get(i).intValue()).isEqualTo(signed.get(i).intValue() + 128);
		}
	}

}
