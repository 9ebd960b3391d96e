package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;

import io.bedrockruntime.benchmarks.process.ProcessMemory;

/**
 * Figures of a process that measures its own start. They are read in ways that load few
 * classes, unlike {@code ProcessUsage} of the wire benchmarks.
 */
final class StartupFigures {

	private static final double MEBIBYTE = 1024 * 1024;

	private StartupFigures() {
	}

	/**
	 * Return the CPU time so far in milliseconds. The first use of the management beans,
	 * which also report it, would cost time itself.
	 */
	static double cpu() {
		return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
	}

	/**
	 * Return the resident memory in MiB, or 0 if it is unknown.
	 */
	static double rss() throws IOException {
		return ProcessMemory.residentBytes() / MEBIBYTE;
	}

	static double sinceStart(long now) {
		return now - ManagementFactory.getRuntimeMXBean().getStartTime();
	}

	static double classes() {
		return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
	}

	/**
	 * Return the memory in MiB that is in use after a garbage collection.
	 */
	static double heap() {
		return ProcessMemory.heapAfterCollection() / MEBIBYTE;
	}

}
