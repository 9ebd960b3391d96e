package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;

/**
 * Benchmarks of the costs of a client until its first response: time, classes, memory and
 * jars. Each figure comes from a separate JVM.
 */
public final class StartBenchmarks {

	private StartBenchmarks() {
	}

	/**
	 * Measure.
	 * @param profile the profile
	 * @param workFolder the folder for temporary files
	 * @return the figures
	 * @throws IOException if a JVM cannot be started
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static List<Measurement> run(RunProfile profile, Path workFolder) throws IOException, InterruptedException {
		Path folder = Files.createDirectories(workFolder.resolve("start"));
		List<Measurement> measurements = new ArrayList<>();
		measurements.addAll(ColdStart.run(profile, folder));
		measurements.addAll(AddedStart.run(profile, folder));
		measurements.addAll(SmallestHeap.run(profile, folder));
		measurements.addAll(Footprint.run(profile, folder));
		return measurements;
	}

}
