package io.bedrockruntime.benchmarks.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.Measurement;

/**
 * The figures of all turns of one peer in one scenario.
 */
final class PeerFigures {

	private final Scenario scenario;

	private final String peer;

	private final Map<String, List<Double>> values = new LinkedHashMap<>();

	private final Map<String, String> units = new LinkedHashMap<>();

	PeerFigures(Scenario scenario, String peer) {
		this.scenario = scenario;
		this.peer = peer;
	}

	/**
	 * Add the result that a peer's process has sent.
	 */
	void add(Fields response) {
		if (this.scenario.command().word().equals("open")) {
			addOpen(response);
			return;
		}
		double calls = response.number("calls");
		add("calls", "", calls);
		add("failures", "", response.number("failures"));
		if (calls > 0) {
			if (this.scenario.isStream()) {
				addStream(response, calls);
			}
			else {
				addCosts(response, calls, "request");
			}
		}
	}

	/**
	 * Record that the peer's process failed.
	 */
	void addBreakdown() {
		add("breakdowns", "", 1);
	}

	private void addOpen(Fields response) {
		add("heap per stream", "B", response.number("heap"));
		add("RSS per stream", "B", response.number("resident"));
		add("RSS", "MiB", response.number("resident-in-all") / (1 << 20));
		add("threads", "", response.number("threads"));
		add("failures", "", response.number("failures"));
	}

	private void addStream(Fields response, double calls) {
		ResponseSpec spec = ResponseSpec.parse(this.scenario.command().text("model"));
		addCosts(response, calls * spec.deltas(), "event");
		// A bare HTTP client counts buffers instead.
		if (!this.peer.startsWith("raw-")) {
			add("events lost", "", calls * spec.deltas() - response.number("events"));
		}
		add(response, "first50", "first event p50");
		add(response, "first99", "first event p99");
		add(response, "lag50", "lag p50");
		add(response, "lag99", "lag p99");
	}

	private void addCosts(Fields response, double count, String unit) {
		add("cpu per " + unit, "us", response.number("cpu") / count / 1000);
		add("allocated per " + unit, "B", response.number("allocated") / count);
		add(unit + "s per second", "1/s", count / response.number("wall") * 1e9);
		add(response, "latency50", "latency p50");
		add(response, "latency90", "latency p90");
		add(response, "latency99", "latency p99");
		add("heap peak", "MiB", response.number("heap-peak") / (1 << 20));
		add("threads", "", response.number("threads"));
	}

	private void add(Fields response, String name, String figure) {
		if (response.has(name)) {
			add(figure, "us", response.number(name));
		}
	}

	private void add(String figure, String unit, double value) {
		this.values.computeIfAbsent(figure, (key) -> new ArrayList<>()).add(value);
		this.units.put(figure, unit);
	}

	/**
	 * Return the measurements: the median, the lowest and the highest value of each
	 * figure.
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
