package io.bedrockruntime.benchmarks.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.Measurement;

/**
 * The figures of one peer in one scenario, of all its turns.
 */
final class Figures {

	private final Scenario scenario;

	private final String peer;

	private final Map<String, List<Double>> values = new LinkedHashMap<>();

	private final Map<String, String> units = new LinkedHashMap<>();

	Figures(Scenario scenario, String peer) {
		this.scenario = scenario;
		this.peer = peer;
	}

	/**
	 * Add what a peer's process has answered.
	 */
	void add(Fields answer) {
		if (this.scenario.command().word().equals("open")) {
			addOpen(answer);
			return;
		}
		double calls = answer.number("calls");
		add("calls", "", calls);
		add("failures", "", answer.number("failures"));
		if (calls > 0) {
			if (this.scenario.isStream()) {
				addStream(answer, calls);
			}
			else {
				addCosts(answer, calls, "request");
			}
		}
	}

	/**
	 * Add that the peer's process could not go on.
	 */
	void addBreakdown() {
		add("breakdowns", "", 1);
	}

	private void addOpen(Fields answer) {
		add("heap per stream", "B", answer.number("heap"));
		add("RSS per stream", "B", answer.number("resident"));
		add("RSS", "MiB", answer.number("resident-in-all") / (1 << 20));
		add("threads", "", answer.number("threads"));
		add("failures", "", answer.number("failures"));
	}

	private void addStream(Fields answer, double calls) {
		Model model = Model.parse(this.scenario.command().text("model"));
		addCosts(answer, calls * model.deltas(), "event");
		// A bare client counts buffers.
		if (!this.peer.startsWith("raw-")) {
			add("events lost", "", calls * model.deltas() - answer.number("events"));
		}
		add(answer, "first50", "first event p50");
		add(answer, "first99", "first event p99");
		add(answer, "lag50", "lag p50");
		add(answer, "lag99", "lag p99");
	}

	private void addCosts(Fields answer, double count, String unit) {
		add("cpu per " + unit, "us", answer.number("cpu") / count / 1000);
		add("allocated per " + unit, "B", answer.number("allocated") / count);
		add(unit + "s per second", "1/s", count / answer.number("wall") * 1e9);
		add(answer, "latency50", "latency p50");
		add(answer, "latency90", "latency p90");
		add(answer, "latency99", "latency p99");
		add("heap peak", "MiB", answer.number("heap-peak") / (1 << 20));
		add("threads", "", answer.number("threads"));
	}

	private void add(Fields answer, String name, String figure) {
		if (answer.has(name)) {
			add(figure, "us", answer.number(name));
		}
	}

	private void add(String figure, String unit, double value) {
		this.values.computeIfAbsent(figure, (key) -> new ArrayList<>()).add(value);
		this.units.put(figure, unit);
	}

	/**
	 * Return the measurements: the median, the least and the greatest of each figure.
	 */
	List<Measurement> measurements() {
		List<Measurement> measurements = new ArrayList<>();
		this.values.forEach((figure, turns) -> {
			Collections.sort(turns);
			int size = turns.size();
			double median = (turns.get((size - 1) / 2) + turns.get(size / 2)) / 2;
			measurements.add(new Measurement(this.scenario.name(), this.scenario.parameter(), this.peer, figure,
					this.units.getOrDefault(figure, ""), median, turns.get(0), turns.get(size - 1)));
		});
		return measurements;
	}

}
