package io.bedrockruntime.emulator.internal.format.media;

import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.node.ArrayNode;

/**
 * Vectors in the smaller number types that a request may ask for.
 */
final class QuantizedVector {

	private QuantizedVector() {
	}

	static ArrayNode of(FeatureVector vector, String type) {
		return switch (type) {
			case "int8" -> bytes(vector.components(), 0);
			case "uint8" -> bytes(vector.components(), 128);
			case "binary" -> bits(vector.components(), -128);
			case "ubinary" -> bits(vector.components(), 0);
			default -> vector.toJson();
		};
	}

	private static ArrayNode bytes(double[] components, int offset) {
		double largest = 0;
		for (double component : components) {
			largest = Math.max(largest, Math.abs(component));
		}
		ArrayNode bytes = Json.array();
		for (double component : components) {
			bytes.add(offset + (int) Math.round((largest == 0) ? 0 : 127 * component / largest));
		}
		return bytes;
	}

	/** Encode the signs of eight components as one byte. */
	private static ArrayNode bits(double[] components, int offset) {
		ArrayNode bits = Json.array();
		for (int i = 0; i + 8 <= components.length; i += 8) {
			int packed = 0;
			for (int bit = 0; bit < 8; bit++) {
				packed = (packed << 1) | ((components[i + bit] > 0) ? 1 : 0);
			}
			bits.add(packed + offset);
		}
		return bits;
	}

}
