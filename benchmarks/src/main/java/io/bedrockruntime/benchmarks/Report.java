package io.bedrockruntime.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The report of a run: the targets of this client, and all figures.
 */
final class Report {

	private final Measurements measurements;

	private final String machine;

	Report(Measurements measurements, String machine) {
		this.measurements = measurements;
		this.machine = machine;
	}

	String render() {
		Markdown report = new Markdown();
		report.line(this.machine);
		report.heading(3, "Targets");
		targets(report);
		for (String scenario : this.measurements.distinct(Measurement::scenario)) {
			report.heading(3, scenario);
			Measurements figures = this.measurements.ofScenario(scenario);
			scenario(report, figures);
			new Ratios(figures).render(report);
		}
		return report.toString();
	}

	private void targets(Markdown report) {
		report.headings(List.of("target", "at most", "reached", ""));
		for (Target target : Targets.ALL) {
			OptionalDouble reached = target.reached(this.measurements);
			String limit = Markdown.number(target.limit());
			if (reached.isEmpty()) {
				report.row(List.of(target.what(), limit, "–", "not measured"));
			}
			else {
				report.row(List.of(target.what(), limit, Markdown.number(reached.getAsDouble()),
						(reached.getAsDouble() <= target.limit()) ? "met" : "**missed**"));
			}
		}
	}

	/** A row for each peer and parameter, and a column for each figure. */
	private static void scenario(Markdown report, Measurements scenario) {
		Set<String> parameters = scenario.distinct(Measurement::parameter);
		List<String> headings = new ArrayList<>(List.of("parameter", "peer"));
		scenario.distinct((measurement) -> heading(measurement)).forEach(headings::add);
		report.headings(headings);
		for (String parameter : parameters) {
			Measurements here = scenario.ofParameter(parameter);
			for (String peer : here.distinct(Measurement::peer)) {
				List<String> row = new ArrayList<>(List.of(parameter, peer));
				headings.stream().skip(2).forEach((heading) -> row.add(cell(here, peer, heading)));
				report.row(row);
			}
		}
	}

	private static String heading(Measurement measurement) {
		return measurement.figure() + (measurement.unit().isEmpty() ? "" : ", " + measurement.unit());
	}

	private static String cell(Measurements here, String peer, String heading) {
		return here.all()
			.stream()
			.filter((measurement) -> measurement.peer().equals(peer) && heading(measurement).equals(heading))
			.map(Report::cell)
			.findFirst()
			.orElse("");
	}

	private static String cell(Measurement measurement) {
		String value = Markdown.number(measurement.value());
		return (measurement.low() == measurement.high()) ? value
				: value + " (" + Markdown.number(measurement.low()) + "–" + Markdown.number(measurement.high()) + ")";
	}

}
