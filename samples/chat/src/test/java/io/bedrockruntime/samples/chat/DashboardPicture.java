package io.bedrockruntime.samples.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Picture of the results of dashboard queries, for the documentation.
 */
final class DashboardPicture {

	private static final int WIDTH = 380;

	private static final int HEIGHT = 210;

	private static final int COLUMNS = 3;

	private static final int PLOT_TOP = 40;

	private static final int PLOT_HEIGHT = 90;

	private static final List<String> COLORS = List.of("#0b6e69", "#c26a00", "#1d4f9e", "#9d2418", "#8a2c6b",
			"#1f6b35");

	/** Panels of the picture, with queries of the dashboard. */
	private static final List<Panel> PANELS = List.of(
			new Panel("Requests per second", "", "Requests by model and operation A"),
			new Panel("Failures per second", "", "Failures by type A"),
			new Panel("Retries per second", "", "Retries by cause A"),
			new Panel("First chunk, p50 and p95", " s", "First chunk A=p50", "First chunk B=p95"),
			new Panel("Duration, p50 and p95", " s", "Duration A=p50", "Duration B=p95"),
			new Panel("HTTP attempts per call", "", "HTTP attempts per call A=all calls"),
			new Panel("Tokens per minute, in and out", "", "Tokens / min A=in", "Tokens / min B=out"),
			new Panel("Input from the prompt cache", "", "Input from the prompt cache A"),
			new Panel("Cost per hour, estimate", " USD", "Cost per hour, estimate A"));

	private final Prometheus prometheus;

	private final Map<String, String> queries;

	private final int seconds;

	private final StringBuilder svg = new StringBuilder();

	private DashboardPicture(Prometheus prometheus, int seconds) throws IOException {
		this.prometheus = prometheus;
		this.queries = Dashboard.queries();
		this.seconds = seconds;
	}

	static void write(Prometheus prometheus, int seconds, Path file) throws IOException {
		Files.writeString(file, new DashboardPicture(prometheus, seconds).draw());
	}

	private String draw() {
		int rows = (PANELS.size() + COLUMNS - 1) / COLUMNS;
		line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\" "
				+ "font-size=\"11\" fill=\"#5b574f\">", COLUMNS * WIDTH + 12, rows * HEIGHT + 12);
		line("<rect width=\"100%%\" height=\"100%%\" fill=\"#f1efe9\"/>");
		for (int i = 0; i < PANELS.size(); i++) {
			line("<g transform=\"translate(%d %d)\">", 12 + i % COLUMNS * WIDTH, 12 + i / COLUMNS * HEIGHT);
			draw(PANELS.get(i));
			line("</g>");
		}
		line("</svg>");
		return this.svg.toString();
	}

	private void draw(Panel panel) {
		List<Series> all = new ArrayList<>();
		for (String query : panel.queries()) {
			String[] nameAndSuffix = query.split("=");
			String suffix = (nameAndSuffix.length > 1) ? nameAndSuffix[1] : "";
			this.prometheus.queryRange(this.queries.get(nameAndSuffix[0]), this.seconds)
				.forEach((series) -> all.add(Series.of(series, suffix)));
		}
		double top = all.stream().mapToDouble(Series::highest).max().orElse(0);
		line("<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#fff\"/>", WIDTH - 12, HEIGHT - 12);
		line("<text x=\"14\" y=\"24\" font-size=\"13\" font-weight=\"600\" fill=\"#1d1c1a\">%s</text>", panel.title());
		line("<text x=\"%d\" y=\"24\" text-anchor=\"end\">to %s%s</text>", WIDTH - 26, number(top), panel.unit());
		int bottom = PLOT_TOP + PLOT_HEIGHT;
		line("<path d=\"M14 %dH%d\" stroke=\"#e0dcd3\"/>", bottom, WIDTH - 26);
		for (int i = 0; i < all.size(); i++) {
			String color = COLORS.get(i % COLORS.size());
			line("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>",
					path(all.get(i), (top > 0) ? top : 1), color);
			if (i < 4) {
				line("<circle cx=\"18\" cy=\"%d\" r=\"4\" fill=\"%s\"/>", bottom + 13 + 14 * i, color);
				line("<text x=\"28\" y=\"%d\">%s</text>", bottom + 17 + 14 * i, all.get(i).legend());
			}
		}
	}

	private String path(Series series, double top) {
		StringBuilder path = new StringBuilder();
		boolean gap = true;
		for (double[] point : series.points()) {
			double x = 14 + (WIDTH - 40) * (1 - (series.end() - point[0]) / this.seconds);
			path.append(String.format(Locale.ROOT, "%s%.1f %.1f", gap ? "M" : "L", x,
					PLOT_TOP + PLOT_HEIGHT * (1 - point[1] / top)));
			gap = false;
		}
		return path.toString();
	}

	private void line(String format, Object... arguments) {
		this.svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, (value < 10) ? "%.2g" : "%.0f", value);
	}

	/**
	 * A panel of the picture.
	 *
	 * @param title the title
	 * @param unit the unit of the values
	 * @param queries the names of the queries in the dashboard, each with a suffix for
	 * the legend
	 */
	private record Panel(String title, String unit, String... queries) {
	}

	/**
	 * A line in a panel.
	 *
	 * @param legend the legend
	 * @param points times in seconds and values
	 * @param end the last time
	 */
	private record Series(String legend, List<double[]> points, double end) {

		private static Series of(JsonNode series, String suffix) {
			List<String> labels = new ArrayList<>();
			series.get("metric")
				.propertyStream()
				.forEach((label) -> labels.add(shortened(label.getValue().asString())));
			List<double[]> points = new ArrayList<>();
			double end = 0;
			for (JsonNode value : series.get("values")) {
				double number = Double.parseDouble(value.get(1).asString());
				end = value.get(0).asDouble();
				if (Double.isFinite(number)) {
					points.add(new double[] { end, number });
				}
			}
			labels.add(suffix);
			return new Series(String.join(" ", labels).strip(), points, end);
		}

		/** Remove the date and version of a model, for which there is no space. */
		private static String shortened(String label) {
			return label.replaceFirst("^global\\.", "").replaceFirst("(-\\d{8})?-v\\d+:\\d+$", "");
		}

		private double highest() {
			return this.points.stream().mapToDouble((point) -> point[1]).max().orElse(0);
		}

	}

}
