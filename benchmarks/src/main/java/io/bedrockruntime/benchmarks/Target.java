package io.bedrockruntime.benchmarks;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What this client wants to reach.
 *
 * @param what the target in words
 * @param ours the figure that it is measured by
 * @param yardsticks the figures of which the least is the yardstick, or nothing if the
 * limit is a figure by itself
 * @param limit what the ratio, or the figure, may be at most
 */
record Target(String what, Figure ours, List<Figure> yardsticks, double limit) {

	/**
	 * Return what was reached.
	 * @return the ratio or the figure, empty if it was not measured
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
	 * Where a figure is found.
	 *
	 * @param scenario its scenario
	 * @param parameter the scenario's parameter
	 * @param peer whose figure it is
	 * @param name what is measured
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
