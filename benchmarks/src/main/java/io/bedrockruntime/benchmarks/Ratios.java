package io.bedrockruntime.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Our figures in one scenario, divided by the figures of each other client.
 */
final class Ratios {

	private static final String OURS = "ours";

	/** Figures for which less is better. Counts and figures of the load are not costs. */
	private static final Set<String> COSTS = Set.of("time", "cpu", "allocated", "cpu per request", "cpu per event",
			"allocated per request", "allocated per event", "latency p50", "latency p90", "latency p99",
			"first event p50", "first event p99", "lag p50", "lag p99", "heap peak", "heap per stream", "threads",
			"wall", "classes", "heap", "rss");

	private final Measurements scenario;

	private final List<String> peers;

	Ratios(Measurements scenario) {
		this.scenario = scenario;
		this.peers = scenario.distinct(Measurement::peer).stream().filter((peer) -> !peer.equals(OURS)).toList();
	}

	void render(Markdown report) {
		List<List<String>> rows = rows();
		if (rows.isEmpty()) {
			return;
		}
		report.line("").line("Ours divided by theirs:").line("");
		List<String> headings = new ArrayList<>(List.of("parameter", "figure"));
		headings.addAll(this.peers);
		report.headings(headings);
		rows.forEach(report::row);
	}

	private List<List<String>> rows() {
		List<List<String>> rows = new ArrayList<>();
		for (String parameter : this.scenario.distinct(Measurement::parameter)) {
			Measurements here = this.scenario.ofParameter(parameter);
			for (String figure : here.distinct(Measurement::figure)) {
				OptionalDouble ours = here.value(OURS, figure);
				if (COSTS.contains(figure) && ours.isPresent()) {
					List<String> ratios = this.peers.stream()
						.map((peer) -> ratio(ours.getAsDouble(), here.value(peer, figure)))
						.toList();
					if (ratios.stream().anyMatch((ratio) -> !ratio.isEmpty())) {
						List<String> row = new ArrayList<>(List.of(parameter, figure));
						row.addAll(ratios);
						rows.add(row);
					}
				}
			}
		}
		return rows;
	}

	private static String ratio(double ours, OptionalDouble theirs) {
		return (theirs.isPresent() && theirs.getAsDouble() > 0) ? Markdown.number(ours / theirs.getAsDouble()) : "";
	}

}
