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
 * Measures all that there is, and writes a report of it. Options:
 * {@code --form=short|full}, {@code --parts=memory,wire,start}, {@code --folder=} where
 * the figures and the report go, and {@code --render} to only write the report of figures
 * that are there.
 */
public final class Benchmarks {

	private final Form form;

	private final Path folder;

	private Benchmarks(Form form, Path folder) {
		this.form = form;
		this.folder = folder;
	}

	/**
	 * Measure.
	 * @param arguments the options
	 * @throws Exception if that is not possible
	 */
	public static void main(String[] arguments) throws Exception {
		Options options = Options.parse(List.of(arguments));
		Benchmarks benchmarks = new Benchmarks(options.form(), options.folder());
		if (!options.render()) {
			benchmarks.measure(options.parts());
		}
		System.out.println("Report: " + benchmarks.report(options.parts()));
	}

	private void measure(List<Part> parts) throws Exception {
		Files.createDirectories(this.folder);
		for (Part part : parts) {
			System.out.println("== " + part.fileName());
			new Measurements(part.work.run(this.form, this.folder)).write(figures(part));
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
		String heading = this.form.name().toLowerCase(Locale.ROOT) + " form, " + Machine.describe();
		return Files.writeString(report, new Report(new Measurements(all), heading).render());
	}

	private Path figures(Part part) {
		return this.folder.resolve(part.fileName() + ".csv");
	}

	/** A part of what is measured. */
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

	/** What a part does. */
	private interface Work {

		List<Measurement> run(Form form, Path folder) throws Exception;

	}

	/** What the command was told. */
	private record Options(Form form, List<Part> parts, Path folder, boolean render) {

		static Options parse(List<String> arguments) {
			Form form = Form.FULL;
			List<Part> parts = List.of(Part.values());
			Path folder = Path.of("target", "benchmarks");
			boolean render = false;
			for (String argument : arguments) {
				String value = argument.substring(argument.indexOf('=') + 1);
				switch (argument.replaceAll("=.*", "")) {
					case "--form" -> form = Form.valueOf(value.toUpperCase(Locale.ROOT));
					case "--parts" -> parts = Stream.of(value.split(","))
						.map((part) -> Part.valueOf(part.toUpperCase(Locale.ROOT)))
						.toList();
					case "--folder" -> folder = Path.of(value);
					case "--render" -> render = true;
					default -> throw new IllegalArgumentException("Unknown option: " + argument);
				}
			}
			return new Options(form, parts, folder.toAbsolutePath(), render);
		}

	}

}
