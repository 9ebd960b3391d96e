package io.bedrockruntime.emulator.internal.format.media;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.node.ArrayNode;

/**
 * Embedding built from features: each feature of the content moves the vector a little in
 * a fixed direction. Similar contents give similar vectors, and the same content always
 * gives the same vector. Features are words and their letters, not meanings.
 */
public final class FeatureVector {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{N}+");

	/** Minimum length of a word with full weight; shorter words say less about a text. */
	private static final int MEANINGFUL = 4;

	private static final int STEM = 4;

	private static final int GRAM = 3;

	/**
	 * Number of components that each feature moves, so that two features rarely coincide.
	 */
	private static final int SPREAD = 4;

	private final double[] components;

	public FeatureVector(int dimensions) {
		this.components = new double[dimensions];
	}

	public FeatureVector text(String text) {
		Map<String, Double> features = new TreeMap<>();
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT);
		Matcher words = WORD.matcher(plain);
		while (words.find()) {
			word(words.group(), features);
		}
		if (features.isEmpty()) {
			features.put("sign " + plain.strip(), 1.0);
		}
		// The weight of a word grows more slowly than its count.
		features.forEach((feature, weight) -> add(feature, Math.sqrt(weight)));
		return this;
	}

	/** Add a feature with a weight. */
	FeatureVector add(String feature, double weight) {
		long hash = hash(feature);
		for (int i = 0; i < SPREAD; i++) {
			hash = mix(hash + i);
			int index = (int) Long.remainderUnsigned(hash >>> 1, this.components.length);
			this.components[index] += ((hash & 1) == 0) ? weight : -weight;
		}
		return this;
	}

	/** Return the mean of this vector and another one, with equal weights. */
	FeatureVector and(FeatureVector other) {
		FeatureVector middle = new FeatureVector(this.components.length);
		double one = length();
		double two = other.length();
		for (int i = 0; i < this.components.length; i++) {
			middle.components[i] = this.components[i] / one + other.components[i] / two;
		}
		return middle;
	}

	FeatureVector normalized() {
		FeatureVector unit = new FeatureVector(this.components.length);
		double length = length();
		for (int i = 0; i < this.components.length; i++) {
			unit.components[i] = this.components[i] / length;
		}
		return unit;
	}

	public double[] components() {
		return this.components.clone();
	}

	ArrayNode toJson() {
		ArrayNode json = Json.array();
		for (double component : this.components) {
			json.add((float) component);
		}
		return json;
	}

	private static void word(String word, Map<String, Double> features) {
		double weight = (word.length() < MEANINGFUL) ? 0.25 : 1;
		features.merge("word " + word, weight, Double::sum);
		features.merge("stem " + word.substring(0, Math.min(STEM, word.length())), 0.75 * weight, Double::sum);
		String framed = "<" + word + ">";
		for (int i = 0; i + GRAM <= framed.length(); i++) {
			features.merge("gram " + framed.substring(i, i + GRAM), weight / 8, Double::sum);
		}
	}

	private double length() {
		double sum = 0;
		for (double component : this.components) {
			sum += component * component;
		}
		return (sum == 0) ? 1 : Math.sqrt(sum);
	}

	private static long hash(String text) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
		}
		return hash;
	}

	private static long mix(long value) {
		long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
		mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return mixed ^ (mixed >>> 33);
	}

}
