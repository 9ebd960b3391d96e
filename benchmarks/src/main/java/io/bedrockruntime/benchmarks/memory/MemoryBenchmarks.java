package io.bedrockruntime.benchmarks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.benchmarks.Form;
import io.bedrockruntime.benchmarks.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of what is in memory: by JMH, each in a JVM of its own.
 */
public final class MemoryBenchmarks {

	private MemoryBenchmarks() {
	}

	/**
	 * Run the benchmarks.
	 * @param form how thoroughly
	 * @param workFolder where JMH's own log goes
	 * @return the figures
	 */
	public static List<Measurement> run(Form form, Path workFolder) throws IOException, RunnerException {
		Files.createDirectories(workFolder);
		List<Measurement> measurements = new ArrayList<>();
		for (Stint stint : (form == Form.FULL) ? Stint.all() : Stint.few()) {
			measurements.addAll(run(stint, form, workFolder));
		}
		return measurements;
	}

	static List<Measurement> run(Stint stint, Form form, Path workFolder) throws RunnerException {
		// Of several runs on one machine none may wait for the others.
		System.setProperty("jmh.ignoreLock", "true");
		String include = stint.benchmark().getName().replace(".", "\\.") + "\\.(" + String.join("|", stint.methods())
				+ ")$";
		Path log = workFolder
			.resolve("jmh-" + stint.benchmark().getSimpleName() + "-" + String.join("-", stint.methods()) + ".log");
		ChainedOptionsBuilder options = new OptionsBuilder().include(include)
			.mode(Mode.AverageTime)
			.timeUnit(TimeUnit.NANOSECONDS)
			.addProfiler(GCProfiler.class)
			.addProfiler(CpuProfiler.class)
			.output(log.toString())
			.shouldFailOnError(true);
		stint.parameters().forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
		pace(options, form, stint.slow());
		Collection<RunResult> results = new Runner(options.build()).run();
		List<Measurement> measurements = results.stream()
			.flatMap((result) -> JmhResults.measurements(result).stream())
			.toList();
		measurements.forEach(MemoryBenchmarks::print);
		return measurements;
	}

	private static void pace(ChainedOptionsBuilder options, Form form, boolean slow) {
		switch (form) {
			case SMOKE -> options.forks(0)
				.warmupIterations(0)
				.measurementIterations(1)
				.measurementTime(TimeValue.milliseconds(50));
			case SHORT -> options.forks(1)
				.warmupIterations(1)
				.warmupTime(TimeValue.milliseconds(slow ? 4000 : 800))
				.measurementIterations(3)
				.measurementTime(TimeValue.milliseconds(200));
			case FULL -> options.forks(1)
				.warmupIterations(1)
				.warmupTime(TimeValue.seconds(slow ? 15 : 6))
				.measurementIterations(4)
				.measurementTime(TimeValue.milliseconds(700));
		}
		if (form != Form.SMOKE) {
			// The same heap on every machine; enough for what the SDK holds for a stream.
			options.jvmArgsAppend("-Xms512m", "-Xmx512m");
		}
	}

	private static void print(Measurement measurement) {
		System.out.printf(Locale.ROOT, "%s %s %s: %s %.1f %s%n", measurement.scenario(), measurement.parameter(),
				measurement.peer(), measurement.figure(), measurement.value(), measurement.unit());
	}

}
