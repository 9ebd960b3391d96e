package io.bedrockruntime.benchmarks.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that this one has started, and speaks with by lines. It ends with this one: by
 * the end of its input, if by nothing else.
 */
final class Child implements AutoCloseable {

	/**
	 * What the lines that answer begin with, as the JVM prints others.
	 */
	static final String ANSWER = "> ";

	private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

	private final Process process;

	private final Thread hook;

	private Child(Process process) {
		this.process = process;
		this.hook = new Thread(process::destroyForcibly);
		Runtime.getRuntime().addShutdownHook(this.hook);
		Thread reader = new Thread(this::read, "reader");
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Start a JVM with the class path of this one.
	 * @param java the program
	 * @param options the JVM's options
	 * @param main the main class
	 * @param argument its argument
	 * @param log where its errors and its log go
	 */
	static Child start(Path java, List<String> options, Class<?> main, String argument, Path log) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(java.toString());
		command.addAll(options);
		command.add(main.getName());
		command.add(argument);
		ProcessBuilder builder = new ProcessBuilder(command)
			.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
		// Not an argument, as it may be longer than one may be.
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		return new Child(builder.start());
	}

	/**
	 * Return the program of the JVM that measures: this one's, or that of the home in the
	 * system property {@code benchmarks.java}.
	 */
	static Path java() {
		Path home = Path.of(System.getProperty("benchmarks.java", System.getProperty("java.home")));
		return Files.isDirectory(home) ? home.resolve("bin").resolve("java") : home;
	}

	/**
	 * Send a line, and return the line that answers it.
	 */
	String ask(String line, double seconds) throws IOException, InterruptedException {
		OutputStream out = this.process.getOutputStream();
		out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
		out.flush();
		return answer(seconds);
	}

	/**
	 * Return the next line that comes.
	 */
	String answer(double seconds) throws IOException, InterruptedException {
		String answer = this.lines.poll((long) (seconds * 1000), TimeUnit.MILLISECONDS);
		if (answer == null) {
			throw new IOException("No answer within " + seconds + " s");
		}
		if (answer.isEmpty()) {
			throw new IOException("The process has ended");
		}
		return answer;
	}

	private void read() {
		try (BufferedReader in = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (line.startsWith(ANSWER)) {
					this.lines.add(line.substring(ANSWER.length()));
				}
			}
		}
		catch (IOException ex) {
			// As the end.
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

}
