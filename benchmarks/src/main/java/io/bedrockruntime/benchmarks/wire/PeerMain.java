package io.bedrockruntime.benchmarks.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.bedrockruntime.benchmarks.peer.Peer;
import io.bedrockruntime.benchmarks.peer.PeerSettings;
import io.bedrockruntime.benchmarks.peer.Peers;
import io.bedrockruntime.benchmarks.process.ParentOutput;

/**
 * Main class of a peer's JVM. It executes the commands on its standard input and responds
 * to each with a line, until the input ends.
 */
public final class PeerMain {

	private static final int CONNECTIONS = 2_500;

	private final Map<String, Peer> byEndpoint = new HashMap<>();

	private final LoadGenerator load = new LoadGenerator();

	private final String name;

	private PeerMain(String name) {
		this.name = name;
	}

	/**
	 * Execute commands.
	 * @param arguments the name of the peer
	 */
	public static void main(String[] arguments) throws IOException {
		PrintStream out = System.out;
		// Output of the clients goes to the log.
		System.setOut(System.err);
		PeerMain process = new PeerMain(arguments[0]);
		try {
			BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				ParentOutput.send(out, process.respond(Fields.parse(line)));
			}
		}
		finally {
			// Threads of the client may still run.
			System.exit(0);
		}
	}

	private Fields respond(Fields command) {
		try {
			Peer peer = peer(command.text("endpoint"));
			return switch (command.word()) {
				case "start" -> new Fields("ok").with("stream", peer.canStream());
				case "open" -> HeldStreams.measure(peer, command);
				default -> this.load.run(peer, command);
			};
		}
		catch (Throwable ex) {
			ex.printStackTrace();
			return new Fields("failed").with("failure", ex);
		}
	}

	private Peer peer(String endpoint) {
		return this.byEndpoint.computeIfAbsent(endpoint,
				(uri) -> Peers.create(this.name, new PeerSettings(URI.create(uri), CONNECTIONS)));
	}

}
