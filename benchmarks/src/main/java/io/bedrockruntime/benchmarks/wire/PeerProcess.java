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

/**
 * The JVM of one peer: does what the lines of its standard input say, and answers each
 * with a line, until the input ends.
 */
public final class PeerProcess {

	private static final int CONNECTIONS = 2_500;

	private final Map<String, Peer> byEndpoint = new HashMap<>();

	private final Load load = new Load();

	private final String name;

	private PeerProcess(String name) {
		this.name = name;
	}

	/**
	 * Read commands.
	 * @param arguments the name of the peer
	 */
	public static void main(String[] arguments) throws IOException {
		PrintStream out = System.out;
		// What the peers print goes to the log.
		System.setOut(System.err);
		PeerProcess process = new PeerProcess(arguments[0]);
		try {
			BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				out.println(Child.ANSWER + process.answer(Fields.parse(line)));
				out.flush();
			}
		}
		finally {
			// Whatever the peer's threads still do.
			System.exit(0);
		}
	}

	private Fields answer(Fields command) {
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
