package io.bedrockruntime.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.bedrockruntime.benchmarks.memory.MemoryBenchmarks;
import io.bedrockruntime.benchmarks.start.StartBenchmarks;
import io.bedrockruntime.benchmarks.wire.WireBenchmarks;

/**
 * Runs all benchmarks and writes a report. Options: {@code --profile=short|full} (default
 * {@code full}), {@code --parts=memory,wire,start} (default all of them),
 * {@code --folder=} for the figures, the logs and {@code report.md} (default
 * {@code target/benchmarks}), and {@code --render} to write the report again from the
 * figures in the folder, without a measurement. Published reports are kept in
 * {@code benchmarks/reports}.
 */
public final class Benchmarks {

	private final RunProfile profile;

	private final Path folder;

	private Benchmarks(RunProfile profile, Path folder) {
		this.profile = profile;
		this.folder = folder;
	}

	/**
	 * Run the benchmarks.
	 * @param arguments the options
	 * @throws Exception if a benchmark fails
	 */
	public static void main(String[] arguments) throws Exception {
		Options options = Options.parse(List.of(arguments));
		Benchmarks benchmarks = new Benchmarks(options.profile(), options.folder());
		if (!options.render()) {
			benchmarks.measure(options.parts());
		}
		System.out.println("Report: " + benchmarks.report(options.parts()));
	}

	private void measure(List<Part> parts) throws Exception {
		Files.createDirectories(this.folder);
		for (Part part : parts) {
			System.out.println("== " + part.fileName());
			new Measurements(part.work.run(this.profile, this.folder)).write(figures(part));
		}
	}

	private Path report(List<Part> parts) throws IOException {
		List<Measurement> all = new ArrayList<>();
		for (Part part : parts) {
			if (Files.exists(figures(part))) {
				all.addAll(Measurements.read(figures(part)).all());
			}
		}
		Path report = this.folder.resolve("report.md");
		String heading = this.profile.name().toLowerCase(Locale.ROOT) + " profile, " + Machine.describe();
		return Files.writeString(report, new Report(new Measurements(all), heading).render());
	}

	private Path figures(Part part) {
		return this.folder.resolve(part.fileName() + ".csv");
	}

	/** A group of benchmarks. */
	private enum Part {

		MEMORY(MemoryBenchmarks::run), WIRE(WireBenchmarks::run), START(StartBenchmarks::run);

		private final Work work;

		Part(Work work) {
			this.work = work;
		}

		String fileName() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The work of a part. */
	private interface Work {

		List<Measurement> run(RunProfile profile, Path folder) throws Exception;

	}

	/** The command-line options. */
	private record Options(RunProfile profile, List<Part> parts, Path folder, boolean render) {

		static Options parse(List<String> arguments) {
			RunProfile profile = RunProfile.FULL;
			List<Part> parts = List.of(Part.values());
			Path folder = Path.of("target", "benchmarks");
			boolean render = false;
			for (String argument : arguments) {
				String value = argument.substring(argument.indexOf('=') + 1);
				switch (argument.replaceAll("=.*", "")) {
					case "--profile" -> profile = RunProfile.valueOf(value.toUpperCase(Locale.ROOT));
					case "--parts" -> parts = Stream.of(value.split(","))
						.map((part) -> Part.valueOf(part.toUpperCase(Locale.ROOT)))
						.toList();
					case "--folder" -> folder = Path.of(value);
					case "--render" -> render = true;
					default -> throw new IllegalArgumentException("Unknown option: " + argument);
				}
			}
			return new Options(profile, parts, folder.toAbsolutePath(), render);
		}

	}

}
