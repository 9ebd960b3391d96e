package io.bedrockruntime.benchmarks;

import java.util.Objects;

/**
 * A figure that was measured.
 *
 * @param scenario what was done, such as {@code converse/cleartext}
 * @param parameter what of it was varied, such as {@code users=16}, or an empty text
 * @param peer the client that did it, or the code of which it is a part
 * @param figure what was measured, such as {@code cpu per request}
 * @param unit the unit of the figure, such as {@code us}
 * @param value the figure: of repeated turns, their median
 * @param low the least figure of a turn
 * @param high the greatest figure of a turn
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
	 * Return a figure that was taken once.
	 */
	public static Measurement once(String scenario, String parameter, String peer, String figure, String unit,
			double value) {
		return new Measurement(scenario, parameter, peer, figure, unit, value, value, value);
	}

}
