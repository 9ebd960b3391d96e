package io.bedrockruntime.benchmarks;

import java.util.Objects;

/**
 * A measured figure.
 *
 * @param scenario the name of the scenario, such as {@code converse/cleartext}
 * @param parameter the varied parameter of the scenario, such as {@code users=16}, or an
 * empty text
 * @param peer the measured client, or the measured part of one
 * @param figure the name of the figure, such as {@code cpu per request}
 * @param unit the unit of the figure, such as {@code us}
 * @param value the value: the median of repeated turns
 * @param low the lowest value of a turn
 * @param high the highest value of a turn
 */
public record Measurement(String scenario, String parameter, String peer, String figure, String unit, double value,
		double low, double high) {

	public Measurement {
		Objects.requireNonNull(scenario, "scenario");
		Objects.requireNonNull(parameter, "parameter");
		Objects.requireNonNull(peer, "peer");
		Objects.requireNonNull(figure, "figure");
		Objects.requireNonNull(unit, "unit");
	}

	/**
	 * Return a figure that was measured once.
	 */
	public static Measurement once(String scenario, String parameter, String peer, String figure, String unit,
			double value) {
		return new Measurement(scenario, parameter, peer, figure, unit, value, value, value);
	}

}
