package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.benchmarks.Form;
import io.bedrockruntime.benchmarks.Measurement;

/**
 * Measures clients against a cheap server on loopback: each in its own JVM, all of them
 * warm, in short turns of which each peer has one before any has the next.
 */
public final class WireBenchmarks {

	private static final int BIG = 20 * 1024 * 1024;

	private final Budget budget;

	private final Server server;

	private final Turns turns;

	private final List<PeerChild> peers = new ArrayList<>();

	private WireBenchmarks(Form form, Server server) {
		this.budget = Budget.of(form);
		this.server = server;
		this.turns = new Turns(server, this.budget);
	}

	/**
	 * Measure, and print each figure as it is there.
	 * @param form the form of the arguments, or the short one
	 */
	public static void main(String[] form) throws Exception {
		Path folder = Files.createTempDirectory("benchmarks");
		System.out.println("Logs are in " + folder);
		run((form.length > 0) ? Form.valueOf(form[0]) : Form.SHORT, folder);
	}

	/**
	 * Measure.
	 * @param form how thoroughly
	 * @param workFolder where logs and the server's certificate are put
	 * @return the figures
	 */
	public static List<Measurement> run(Form form, Path workFolder) throws IOException, InterruptedException {
		Files.createDirectories(workFolder);
		try (Server server = Server.start(workFolder)) {
			WireBenchmarks benchmarks = new WireBenchmarks(form, server);
			try {
				benchmarks.start(workFolder);
				benchmarks.takeTurns();
				benchmarks.takeLast();
			}
			finally {
				benchmarks.peers.forEach(PeerChild::close);
			}
			return benchmarks.turns.measurements();
		}
	}

	private void start(Path folder) throws IOException, InterruptedException {
		for (String name : this.budget.peers()) {
			this.peers.add(PeerChild.start(name, this.server, folder));
		}
		new WarmUp(this.server, this.budget).warm(this.peers);
	}

	private void takeTurns() throws InterruptedException {
		for (int users : this.budget.points(16, 1, 64)) {
			take(Scenario.converse("converse/cleartext", "users=" + users, false, users),
					(users == 16) ? this.budget.mainSeconds() : this.budget.seconds());
		}
		for (int users : this.budget.points(16, 1)) {
			take(Scenario.stream("stream/cleartext", "streams=" + users, false, users),
					(users == 16) ? this.budget.mainSeconds() : this.budget.seconds());
		}
		if (this.budget.isTls()) {
			take(Scenario.converse("converse/tls", "users=16", true, 16), this.budget.seconds());
			take(Scenario.stream("stream/tls", "streams=16", true, 16), this.budget.seconds());
		}
		int events = (int) (100 * this.budget.seconds());
		take(Scenario.paced("paced", 64, events), this.budget.seconds());
		take(Scenario.invoke("upload", "20 MiB", BIG, 100), this.budget.seconds());
		take(Scenario.invoke("download", "20 MiB", 100, BIG), this.budget.seconds());
	}

	private void take(Scenario scenario, double seconds) throws InterruptedException {
		this.turns.take(scenario, this.peers, this.budget.turns(), seconds);
	}

	/**
	 * What may take all of a peer's heap is done by one after the other, each of which
	 * ends after it.
	 */
	private void takeLast() throws InterruptedException {
		for (PeerChild peer : this.peers) {
			if (this.budget.isGrowing(peer.name())) {
				new Growth(this.turns, this.budget, peer).take();
			}
			for (int streams : (this.budget.form() == Form.FULL) ? List.of(500, 1000)
					: List.of(this.budget.manyStreams())) {
				last(Scenario.paced("overload", streams, 100), peer);
			}
			last(Scenario.open("open", this.budget.manyStreams()), peer);
			if (this.budget.isGrowing(peer.name())) {
				new Growth(this.turns, this.budget, peer).takeStreams();
			}
			peer.close();
		}
	}

	private void last(Scenario scenario, PeerChild peer) throws InterruptedException {
		this.turns.take(scenario, List.of(peer), 1, this.budget.seconds());
	}

}
