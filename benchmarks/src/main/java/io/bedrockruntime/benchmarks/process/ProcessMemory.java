package io.bedrockruntime.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of this process. It uses no lambda and no regular expression, which would
 * load classes in a JVM that measures its own start.
 */
public final class ProcessMemory {

	private static final String RESIDENT = "VmRSS:";

	private ProcessMemory() {
	}

	/**
	 * Return the resident memory that the operating system reports.
	 * @return the bytes, or 0 if the system has no {@code /proc}
	 */
	public static long residentBytes() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (Files.isReadable(status)) {
			for (String line : Files.readAllLines(status)) {
				if (line.startsWith(RESIDENT)) {
					int unit = line.lastIndexOf(' ');
					return 1024 * Long.parseLong(line.substring(RESIDENT.length(), unit).strip());
				}
			}
		}
		return 0;
	}

	/**
	 * Return the bytes that are in use on the heap after a garbage collection.
	 */
	public static long heapAfterCollection() {
		System.gc();
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
