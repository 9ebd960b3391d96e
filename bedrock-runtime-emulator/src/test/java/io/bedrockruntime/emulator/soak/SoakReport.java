package io.bedrockruntime.emulator.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Report of a soak test, as a page.
 */
final class SoakReport {

	private final StringBuilder page = new StringBuilder("# Soak\n\n");

	private SoakReport() {
	}

	static void write(Path file, SoakSettings settings, List<SoakSample> samples, SoakTally tally) throws IOException {
		SoakReport report = new SoakReport();
		report.head(settings, samples, tally);
		report.samples(samples);
		report.outcomes(settings, tally);
		Files.createDirectories(file.getParent());
		Files.writeString(file, report.page);
	}

	private void head(SoakSettings settings, List<SoakSample> samples, SoakTally tally) {
		SoakSample last = samples.get(samples.size() - 1);
		line("Seed %d, %d streams at once, %d of them read by threads of their own, for %s; %d tokens/s for each.",
				settings.seed(), settings.streams(), settings.readers(), settings.duration(),
				settings.tokensPerSecond());
		line("JDK %s, %d cores, at most %d MB of heap; Netty leak detection: %s.", Runtime.version(),
				Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20,
				System.getProperty("io.netty.leakDetection.level", "default"));
		line("");
		line("* %d calls, %d events, %.0f events/s", tally.calls(), tally.events(),
				tally.events() / (double) Math.max(1, settings.duration().toSeconds()));
		line("* connections at the end: %d in use, %d idle", last.inUse(), last.idle());
		line("* signals that were on their way while another thread cancelled: %d", tally.signalsInFlight());
		line("* signals that Reactor dropped: %s", tally.dropped());
		line("* violations: %d", tally.violationCount());
		tally.violations().forEach((violation) -> line("  * %s", violation));
		line("");
	}

	private void samples(List<SoakSample> samples) {
		line("| s | heap, MB | direct, MB | threads | connections in use | idle | calls | events |");
		line("|---|---|---|---|---|---|---|---|");
		for (SoakSample sample : samples) {
			line("| %d | %.1f | %.1f | %d | %d | %d | %d | %d |", sample.second(), sample.heapMegabytes(),
					sample.directMegabytes(), sample.threads(), sample.inUse(), sample.idle(), sample.calls(),
					sample.events());
		}
		line("");
	}

	private void outcomes(SoakSettings settings, SoakTally tally) {
		Map<String, Long> sums = new TreeMap<>();
		line("| scenario | events before the fault | how calls ended |");
		line("|---|---|---|");
		for (SoakScenario scenario : SoakScenario.values()) {
			Map<String, Long> outcomes = tally.outcomes(scenario);
			outcomes.forEach((how, number) -> sums.merge(how, number, Long::sum));
			line("| %s | %s | %s |", scenario,
					(scenario.failure() != null) ? Integer.toString(scenario.delivered(settings.seed())) : "",
					outcomes);
		}
		line("| all | | %s |", sums);
	}

	private void line(String format, Object... values) {
		this.page.append(format.formatted(values)).append('\n');
	}

}
