package io.bedrockruntime.benchmarks.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.Measurement;

/**
 * Figures of several rounds, from which it takes the medians.
 */
final class RoundFigures {

	private final String scenario;

	private final Map<Key, List<Double>> values = new LinkedHashMap<>();

	RoundFigures(String scenario) {
		this.scenario = scenario;
	}

	void add(String parameter, String peer, String figure, String unit, double value) {
		this.values.computeIfAbsent(new Key(parameter, peer, figure, unit), (key) -> new ArrayList<>()).add(value);
	}

	List<Measurement> measurements() {
		List<Measurement> measurements = new ArrayList<>();
		this.values.forEach((key, values) -> {
			double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
			double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
			measurements.add(new Measurement(this.scenario, key.parameter(), key.peer(), key.figure(), key.unit(),
					median, sorted[0], sorted[sorted.length - 1]));
		});
		return measurements;
	}

	private record Key(String parameter, String peer, String figure, String unit) {
	}

}
