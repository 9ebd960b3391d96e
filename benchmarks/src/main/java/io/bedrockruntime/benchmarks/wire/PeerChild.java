package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/**
 * A peer's process, as the driver sees it.
 */
final class PeerChild implements AutoCloseable {

	private static final long MOST_HEAP_MIB = 6 * 1024;

	private final String name;

	private final Child process;

	private boolean alive = true;

	private boolean streams = true;

	private PeerChild(String name, Child process) {
		this.name = name;
		this.process = process;
	}

	/**
	 * Start the process of a peer. The system property {@code benchmarks.options} has
	 * further options of its JVM, in which {@code PEER} stands for the peer's name.
	 */
	static PeerChild start(String name, Server server, Path folder) throws IOException {
		List<String> options = new ArrayList<>(List.of("-XX:+UseG1GC", "-Xms512m", "-Xmx" + heapMib() + "m",
				"-XX:+ExitOnOutOfMemoryError", "-XX:-UseDynamicNumberOfCompilerThreads",
				"--enable-native-access=ALL-UNNAMED", "-Djavax.net.ssl.trustStore=" + server.trustStore(),
				"-Djavax.net.ssl.trustStoreType=PKCS12", "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD));
		String others = System.getProperty("benchmarks.options", "").replace("PEER", name).strip();
		if (!others.isEmpty()) {
			options.addAll(List.of(others.split(" +")));
		}
		return new PeerChild(name,
				Child.start(Child.java(), options, PeerProcess.class, name, folder.resolve(name + ".log")));
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
	 * Whether it can do what a scenario asks for, and has not broken down.
	 */
	boolean can(Scenario scenario) {
		return this.alive && (this.streams || !scenario.isStream());
	}

	/**
	 * Have the client made.
	 */
	void prepare(String endpoint) throws InterruptedException {
		Fields answer = ask(new Fields("start").with("endpoint", endpoint), 60);
		this.streams = !answer.has("stream") || Boolean.parseBoolean(answer.text("stream"));
	}

	/**
	 * Tell it to do something, and return what it says. After a failure it is not asked
	 * again, as nobody knows what it still does.
	 */
	Fields ask(Fields command, double seconds) throws InterruptedException {
		Fields answer;
		try {
			answer = Fields.parse(this.process.ask(command.toString(), seconds));
		}
		catch (IOException ex) {
			answer = new Fields("failed").with("failure", ex);
		}
		if (!answer.word().equals("ok")) {
			this.alive = false;
			this.process.close();
		}
		return answer;
	}

	@Override
	public void close() {
		this.alive = false;
		this.process.close();
	}

}
