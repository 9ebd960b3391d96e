package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.benchmarks.Form;
import io.bedrockruntime.benchmarks.Measurement;

/**
 * What a client costs before its first answer: in time, in classes, in memory and in
 * jars. Each figure comes from a JVM of its own.
 */
public final class StartBenchmarks {

	private StartBenchmarks() {
	}

	/**
	 * Measure.
	 * @param form how thoroughly
	 * @param workFolder where files may be written
	 * @return the figures
	 * @throws IOException if a JVM cannot be started
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static List<Measurement> run(Form form, Path workFolder) throws IOException, InterruptedException {
		Path folder = Files.createDirectories(workFolder.resolve("start"));
		List<Measurement> measurements = new ArrayList<>();
		measurements.addAll(ColdStart.run(form, folder));
		measurements.addAll(AddedStart.run(form, folder));
		measurements.addAll(SmallestHeap.run(form, folder));
		measurements.addAll(Footprint.run(form, folder));
		return measurements;
	}

}
