package io.bedrockruntime.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of one run.
 *
 * @param all the figures, in the order of their measurement
 */
record Measurements(List<Measurement> all) {

	private static final String HEADING = "scenario;parameter;peer;figure;unit;value;low;high";

	Measurements {
		all = List.copyOf(all);
	}

	static Measurements read(Path file) throws IOException {
		return new Measurements(Files.readAllLines(file).stream().skip(1).map(Measurements::parse).toList());
	}

	private static Measurement parse(String line) {
		String[] cells = line.split(";", -1);
		return new Measurement(cells[0], cells[1], cells[2], cells[3], cells[4], Double.parseDouble(cells[5]),
				Double.parseDouble(cells[6]), Double.parseDouble(cells[7]));
	}

	void write(Path file) throws IOException {
		Files.writeString(file,
				this.all.stream()
					.map((measurement) -> String.format(Locale.ROOT, "%s;%s;%s;%s;%s;%s;%s;%s", measurement.scenario(),
							measurement.parameter(), measurement.peer(), measurement.figure(), measurement.unit(),
							measurement.value(), measurement.low(), measurement.high()))
					.collect(Collectors.joining("\n", HEADING + "\n", "\n")));
	}

	/**
	 * Return the distinct values of a component, in order of appearance.
	 */
	Set<String> distinct(Function<Measurement, String> member) {
		return this.all.stream().map(member).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	Measurements ofScenario(String scenario) {
		return new Measurements(
				this.all.stream().filter((measurement) -> measurement.scenario().equals(scenario)).toList());
	}

	Measurements ofParameter(String parameter) {
		return new Measurements(
				this.all.stream().filter((measurement) -> measurement.parameter().equals(parameter)).toList());
	}

	OptionalDouble value(String peer, String figure) {
		return this.all.stream()
			.filter((measurement) -> measurement.peer().equals(peer) && measurement.figure().equals(figure))
			.mapToDouble(Measurement::value)
			.filter(Double::isFinite)
			.findFirst();
	}

}
