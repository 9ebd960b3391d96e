package io.bedrockruntime.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that this one has started. Both exchange lines over the standard input and
 * output. It ends with this JVM: at the latest when its input ends.
 */
public final class ChildProcess implements AutoCloseable {

	private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

	private final Process process;

	private final Thread hook;

	private ChildProcess(Process process) {
		this.process = process;
		this.hook = new Thread(process::destroyForcibly);
		Runtime.getRuntime().addShutdownHook(this.hook);
		Thread reader = new Thread(this::read, "reader");
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Start a JVM.
	 * @param command the command
	 * @param log the file to which its error output is appended
	 * @return the process
	 * @throws IOException if the program does not start
	 */
	public static ChildProcess start(JvmCommand command, Path log) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command.line())
			.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
		// Not an argument, as it may exceed the maximum length of one.
		builder.environment().put("CLASSPATH", command.classPath());
		return new ChildProcess(builder.start());
	}

	/**
	 * Send a line, and return the response.
	 * @param line the line
	 * @param seconds the maximum time to wait for the response
	 * @return the next line for this JVM
	 * @throws IOException if none arrives in time, or the process has ended
	 * @throws InterruptedException if the thread is interrupted
	 */
	public String ask(String line, double seconds) throws IOException, InterruptedException {
		OutputStream out = this.process.getOutputStream();
		out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
		out.flush();
		return nextLine(seconds);
	}

	/**
	 * Return the next line for this JVM.
	 * @param seconds the maximum time to wait for it
	 * @return the line
	 * @throws IOException if none arrives in time, or the process has ended
	 * @throws InterruptedException if the thread is interrupted
	 */
	public String nextLine(double seconds) throws IOException, InterruptedException {
		String line = this.lines.poll((long) (seconds * 1000), TimeUnit.MILLISECONDS);
		if (line == null) {
			throw new IOException("No response within " + seconds + " s");
		}
		if (line.isEmpty()) {
			throw new IOException("The process has ended");
		}
		return line;
	}

	/**
	 * Wait for the end of the process, which sends figures by
	 * {@link ParentOutput#sendFigure}.
	 * @param timeout the maximum time to wait
	 * @return the figures by name: empty if the process fails or the timeout expires
	 * @throws InterruptedException if the thread is interrupted
	 */
	public Map<String, Double> figures(Duration timeout) throws InterruptedException {
		if (!this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
			this.process.destroyForcibly();
			return Map.of();
		}
		if (this.process.exitValue() != 0) {
			return Map.of();
		}
		Map<String, Double> figures = new LinkedHashMap<>();
		for (String line = this.lines.take(); !line.isEmpty(); line = this.lines.take()) {
			int value = line.indexOf('=');
			figures.put(line.substring(0, value), Double.valueOf(line.substring(value + 1)));
		}
		return figures;
	}

	private void read() {
		try (BufferedReader in = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (line.startsWith(ParentOutput.PREFIX)) {
					this.lines.add(line.substring(ParentOutput.PREFIX.length()));
				}
			}
		}
		catch (IOException ex) {
			// The same as the end of the output.
		}
		this.lines.add("");
	}

	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ex) {
			// It has ended already.
		}
		try {
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		catch (IllegalStateException ex) {
			// This JVM ends as well.
		}
	}

	/**
	 * The command line of a JVM.
	 *
	 * @param java the program
	 * @param options the options of the JVM
	 * @param classPath the class path
	 * @param main the main class
	 * @param arguments the arguments of the main class
	 */
	public record JvmCommand(Path java, List<String> options, String classPath, Class<?> main, List<String> arguments) {

		/**
		 * Return a command with the class path of this JVM.
		 */
		public static JvmCommand of(Path java, List<String> options, Class<?> main, String... arguments) {
			return new JvmCommand(java, options, System.getProperty("java.class.path"), main, List.of(arguments));
		}

		List<String> line() {
			List<String> line = new ArrayList<>();
			line.add(this.java.toString());
			line.addAll(this.options);
			line.add(this.main.getName());
			line.addAll(this.arguments);
			return line;
		}

	}

}
