package io.bedrockruntime.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.sun.management.OperatingSystemMXBean;

/**
 * Description of the machine that runs the benchmarks.
 */
final class Machine {

	private Machine() {
	}

	/**
	 * Return one line about the machine, the operating system and the JVM.
	 */
	static String describe() {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return "%s: %d cores%s, %d GiB of memory, %s %s, %s %s (%s).".formatted(LocalDate.now(ZoneOffset.UTC),
				Runtime.getRuntime().availableProcessors(), processor(), system.getTotalMemorySize() >> 30,
				System.getProperty("os.name"), System.getProperty("os.version").replaceAll("-.*", ""),
				System.getProperty("java.vm.name"), Runtime.version(), System.getProperty("java.vendor"));
	}

	private static String processor() {
		try {
			return Files.readAllLines(Path.of("/proc/cpuinfo"))
				.stream()
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> " of " + line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("");
		}
		catch (IOException ex) {
			// Only Linux has this file.
			return "";
		}
	}

}
