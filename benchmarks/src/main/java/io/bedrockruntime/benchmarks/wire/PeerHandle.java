package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import io.bedrockruntime.benchmarks.process.ChildProcess;
import io.bedrockruntime.benchmarks.process.ChildProcess.JvmCommand;

/**
 * The driver's handle of a peer's process.
 */
final class PeerHandle implements AutoCloseable {

	private static final long MOST_HEAP_MIB = 6 * 1024;

	private final String name;

	private final ChildProcess process;

	private boolean alive = true;

	private boolean streams = true;

	private PeerHandle(String name, ChildProcess process) {
		this.name = name;
		this.process = process;
	}

	/**
	 * Start the process of a peer. The system property {@code benchmarks.options}
	 * contains further JVM options, in which {@code PEER} is replaced by the peer's name.
	 */
	static PeerHandle start(String name, ServerHandle server, Path folder) throws IOException {
		List<String> options = new ArrayList<>(List.of("-XX:+UseG1GC", "-Xms512m", "-Xmx" + heapMib() + "m",
				"-XX:+ExitOnOutOfMemoryError", "-XX:-UseDynamicNumberOfCompilerThreads",
				"--enable-native-access=ALL-UNNAMED", "-Djavax.net.ssl.trustStore=" + server.trustStore(),
				"-Djavax.net.ssl.trustStoreType=PKCS12", "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD));
		String others = System.getProperty("benchmarks.options", "").replace("PEER", name).strip();
		if (!others.isEmpty()) {
			options.addAll(List.of(others.split(" +")));
		}
		JvmCommand command = JvmCommand.of(java(), options, PeerMain.class, name);
		return new PeerHandle(name, ChildProcess.start(command, folder.resolve(name + ".log")));
	}

	/**
	 * Return the program of the JVM that runs the peer: from this JVM's home, or from the
	 * one in the system property {@code benchmarks.java}.
	 */
	private static Path java() {
		Path home = Path.of(System.getProperty("benchmarks.java", System.getProperty("java.home")));
		return Files.isDirectory(home) ? home.resolve("bin").resolve("java") : home;
	}

	private static long heapMib() {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		return Math.min(MOST_HEAP_MIB, system.getTotalMemorySize() / 3 / (1 << 20));
	}

	/**
	 * Return the peer's name.
	 */
	String name() {
		return this.name;
	}

	/**
	 * Return whether the peer supports a scenario, and has not failed.
	 */
	boolean can(Scenario scenario) {
		return this.alive && (this.streams || !scenario.isStream());
	}

	/**
	 * Create the client in the process.
	 */
	void prepare(String endpoint) throws InterruptedException {
		Fields response = ask(new Fields("start").with("endpoint", endpoint), 60);
		this.streams = !response.has("stream") || Boolean.parseBoolean(response.text("stream"));
	}

	/**
	 * Send a command, and return the result. After a failure the process is closed, as
	 * its state is unknown.
	 */
	Fields ask(Fields command, double seconds) throws InterruptedException {
		Fields response;
		try {
			response = Fields.parse(this.process.ask(command.toString(), seconds));
		}
		catch (IOException ex) {
			response = new Fields("failed").with("failure", ex);
		}
		if (!response.word().equals("ok")) {
			this.alive = false;
			this.process.close();
		}
		return response;
	}

	@Override
	public void close() {
		this.alive = false;
		this.process.close();
	}

}
