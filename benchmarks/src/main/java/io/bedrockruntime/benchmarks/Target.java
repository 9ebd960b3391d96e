package io.bedrockruntime.benchmarks;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A performance target of this client.
 *
 * @param what the description
 * @param ours our figure
 * @param yardsticks the figures to compare with, of which the lowest counts: empty if the
 * limit is absolute
 * @param limit the maximum of the ratio, or of the figure
 */
record Target(String what, Figure ours, List<Figure> yardsticks, double limit) {

	/**
	 * Return the ratio or the figure that was reached.
	 * @return the value, empty if it was not measured
	 */
	OptionalDouble reached(Measurements measurements) {
		OptionalDouble figure = this.ours.in(measurements);
		if (this.yardsticks.isEmpty() || figure.isEmpty()) {
			return figure;
		}
		OptionalDouble yardstick = this.yardsticks.stream()
			.map((other) -> other.in(measurements))
			.flatMapToDouble(OptionalDouble::stream)
			.min();
		return (yardstick.isPresent() && yardstick.getAsDouble() > 0)
				? OptionalDouble.of(figure.getAsDouble() / yardstick.getAsDouble()) : OptionalDouble.empty();
	}

	/**
	 * Key of a figure.
	 *
	 * @param scenario the scenario
	 * @param parameter the parameter of the scenario
	 * @param peer the client
	 * @param name the name of the figure
	 */
	record Figure(String scenario, String parameter, String peer, String name) {

		OptionalDouble in(Measurements measurements) {
			return measurements.ofScenario(this.scenario).ofParameter(this.parameter).value(this.peer, this.name);
		}

		Figure of(String other) {
			return new Figure(this.scenario, this.parameter, other, this.name);
		}

	}

}
