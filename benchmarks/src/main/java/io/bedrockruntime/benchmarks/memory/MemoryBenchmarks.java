package io.bedrockruntime.benchmarks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the in-memory benchmarks with JMH, each in a separate JVM.
 */
public final class MemoryBenchmarks {

	private MemoryBenchmarks() {
	}

	/**
	 * Run the benchmarks.
	 * @param profile the profile
	 * @param workFolder the folder for JMH's logs
	 * @return the figures
	 */
	public static List<Measurement> run(RunProfile profile, Path workFolder) throws IOException, RunnerException {
		Files.createDirectories(workFolder);
		List<Measurement> measurements = new ArrayList<>();
		for (JmhRun jmhRun : (profile == RunProfile.FULL) ? JmhRun.all() : JmhRun.selection()) {
			measurements.addAll(run(jmhRun, profile, workFolder));
		}
		return measurements;
	}

	static List<Measurement> run(JmhRun jmhRun, RunProfile profile, Path workFolder) throws RunnerException {
		// Several runs on one machine must not wait for each other.
		System.setProperty("jmh.ignoreLock", "true");
		String include = jmhRun.benchmark().getName().replace(".", "\\.") + "\\.(" + String.join("|", jmhRun.methods())
				+ ")$";
		Path log = workFolder
			.resolve("jmh-" + jmhRun.benchmark().getSimpleName() + "-" + String.join("-", jmhRun.methods()) + ".log");
		ChainedOptionsBuilder options = new OptionsBuilder().include(include)
			.mode(Mode.AverageTime)
			.timeUnit(TimeUnit.NANOSECONDS)
			.addProfiler(GCProfiler.class)
			.addProfiler(CpuProfiler.class)
			.output(log.toString())
			.shouldFailOnError(true);
		jmhRun.parameters().forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
		pace(options, profile, jmhRun.slow());
		Collection<RunResult> results = new Runner(options.build()).run();
		List<Measurement> measurements = results.stream()
			.flatMap((result) -> JmhResults.measurements(result).stream())
			.toList();
		measurements.forEach(MemoryBenchmarks::print);
		return measurements;
	}

	private static void pace(ChainedOptionsBuilder options, RunProfile profile, boolean slow) {
		switch (profile) {
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
		if (profile != RunProfile.SMOKE) {
			// The same heap on every machine, large enough for a stream of the SDK.
			options.jvmArgsAppend("-Xms512m", "-Xmx512m");
		}
	}

	private static void print(Measurement measurement) {
		System.out.printf(Locale.ROOT, "%s %s %s: %s %.1f %s%n", measurement.scenario(), measurement.parameter(),
				measurement.peer(), measurement.figure(), measurement.value(), measurement.unit());
	}

}
