package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the operating system and the JVM say of the process that this is in.
 */
final class ProcessFigures {

	private static final double MEBIBYTE = 1024 * 1024;

	private ProcessFigures() {
	}

	/**
	 * Return the CPU time so far in milliseconds. The management beans could say it as
	 * well, but are not for free when asked for the first time.
	 */
	static double cpu() {
		return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
	}

	/**
	 * Return the resident memory in MiB, or -1 where there is no such file.
	 */
	static double rss() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (Files.exists(status)) {
			for (String line : Files.readAllLines(status)) {
				if (line.startsWith("VmRSS:")) {
					return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
				}
			}
		}
		return -1;
	}

	static double sinceStart(long now) {
		return now - ManagementFactory.getRuntimeMXBean().getStartTime();
	}

	static double classes() {
		return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
	}

	/**
	 * Return the memory in MiB that is in use after garbage is collected.
	 */
	static double heap() {
		System.gc();
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
	}

}
