package io.bedrockruntime.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Builder for Markdown text.
 */
final class Markdown {

	private final StringBuilder text = new StringBuilder();

	Markdown line(String line) {
		this.text.append(line).append('\n');
		return this;
	}

	Markdown heading(int level, String heading) {
		return line("").line("#".repeat(level) + " " + heading).line("");
	}

	Markdown headings(List<String> cells) {
		row(cells);
		return line("|" + " --- |".repeat(cells.size()));
	}

	Markdown row(List<String> cells) {
		return line("| " + String.join(" | ", cells) + " |");
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	/**
	 * Return a number with three significant digits.
	 */
	static String number(double value) {
		if (!Double.isFinite(value)) {
			return "–";
		}
		double size = Math.abs(value);
		int decimals = (size >= 100 || size == 0) ? 0 : (size >= 10) ? 1 : 2;
		return String.format(Locale.ROOT, "%,." + ((size < 0.1 && size > 0) ? 3 : decimals) + "f", value);
	}

}
