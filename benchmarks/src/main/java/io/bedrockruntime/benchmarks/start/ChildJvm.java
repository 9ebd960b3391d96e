package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A fresh JVM that measures itself.
 *
 * @param main what it runs
 * @param classPath where it finds that
 * @param options of the JVM
 */
record ChildJvm(Class<?> main, String classPath, List<String> options) {

	/** Before each line of the output that is a figure. */
	private static final String MARK = "figure ";

	static ChildJvm of(Class<?> main, String... options) {
		return new ChildJvm(main, System.getProperty("java.class.path"), List.of(options));
	}

	/**
	 * Tell the parent a figure, from within the JVM.
	 */
	static void tell(String name, double value) {
		System.out.println(MARK + name + "=" + value);
	}

	/**
	 * Run to the end.
	 * @return the figures that were told, none if it failed or took too long
	 */
	Map<String, Double> run(Path folder, Duration timeout, String... arguments)
			throws IOException, InterruptedException {
		Path output = folder.resolve(this.main.getSimpleName() + ".out");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xshare:auto", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(this.options);
		command.addAll(List.of("-cp", this.classPath, this.main.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
			return (ended && process.exitValue() == 0) ? figures(output) : Map.of();
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	private static Map<String, Double> figures(Path output) throws IOException {
		Map<String, Double> figures = new LinkedHashMap<>();
		for (String line : Files.readAllLines(output)) {
			if (line.startsWith(MARK)) {
				int value = line.indexOf('=');
				figures.put(line.substring(MARK.length(), value), Double.valueOf(line.substring(value + 1)));
			}
		}
		return figures;
	}

}
