package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.process.ChildProcess;
import io.bedrockruntime.benchmarks.process.ChildProcess.JvmCommand;

/**
 * A fresh JVM that measures itself, sends its figures and ends.
 *
 * @param main the main class
 * @param classPath the class path
 * @param options the options of the JVM
 */
record FreshJvm(Class<?> main, String classPath, List<String> options) {

	static FreshJvm of(Class<?> main, String... options) {
		return new FreshJvm(main, System.getProperty("java.class.path"), List.of(options));
	}

	/**
	 * Run the JVM to its end.
	 * @return the figures that it sends: empty if it fails or the timeout expires
	 */
	Map<String, Double> run(Path folder, Duration timeout, String... arguments)
			throws IOException, InterruptedException {
		Path log = folder.resolve(this.main.getSimpleName() + ".log");
		Files.deleteIfExists(log);
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		List<String> options = new ArrayList<>(List.of("-Xshare:auto", "--enable-native-access=ALL-UNNAMED"));
		options.addAll(this.options);
		JvmCommand command = new JvmCommand(java, options, this.classPath, this.main, List.of(arguments));
		try (ChildProcess process = ChildProcess.start(command, log)) {
			return process.figures(timeout);
		}
	}

}
