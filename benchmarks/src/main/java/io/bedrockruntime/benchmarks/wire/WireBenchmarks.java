package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;

/**
 * Benchmarks of clients against a cheap server on loopback: each client in its own JVM,
 * all of them warm, in short turns in round-robin order.
 */
public final class WireBenchmarks {

	private static final int BIG = 20 * 1024 * 1024;

	private final Budget budget;

	private final ServerHandle server;

	private final RoundRobinRunner runner;

	private final List<PeerHandle> peers = new ArrayList<>();

	private WireBenchmarks(RunProfile profile, ServerHandle server) {
		this.budget = Budget.of(profile);
		this.server = server;
		this.runner = new RoundRobinRunner(server, this.budget);
	}

	/**
	 * Measure, and print each figure when it is available.
	 * @param profile the name of the profile, or nothing for the short one
	 */
	public static void main(String[] profile) throws Exception {
		Path folder = Files.createTempDirectory("benchmarks");
		System.out.println("Logs are in " + folder);
		run((profile.length > 0) ? RunProfile.valueOf(profile[0]) : RunProfile.SHORT, folder);
	}

	/**
	 * Measure.
	 * @param profile the profile
	 * @param workFolder the folder for logs and the server's certificate
	 * @return the figures
	 */
	public static List<Measurement> run(RunProfile profile, Path workFolder) throws IOException, InterruptedException {
		Files.createDirectories(workFolder);
		try (ServerHandle server = ServerHandle.start(workFolder)) {
			WireBenchmarks benchmarks = new WireBenchmarks(profile, server);
			try {
				benchmarks.start(workFolder);
				benchmarks.takeTurns();
				benchmarks.takeLast();
			}
			finally {
				benchmarks.peers.forEach(PeerHandle::close);
			}
			return benchmarks.runner.measurements();
		}
	}

	private void start(Path folder) throws IOException, InterruptedException {
		for (String name : this.budget.peers()) {
			this.peers.add(PeerHandle.start(name, this.server, folder));
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
		this.runner.take(scenario, this.peers, this.budget.turns(), seconds);
	}

	/**
	 * Run the scenarios that may exhaust the heap of a peer: one peer after the other,
	 * each of which is closed afterwards.
	 */
	private void takeLast() throws InterruptedException {
		for (PeerHandle peer : this.peers) {
			if (this.budget.isGrowing(peer.name())) {
				new GrowthScenarios(this.runner, this.budget, peer).take();
			}
			for (int streams : (this.budget.profile() == RunProfile.FULL) ? List.of(500, 1000)
					: List.of(this.budget.manyStreams())) {
				last(Scenario.paced("overload", streams, 100), peer);
			}
			last(Scenario.open("open", this.budget.manyStreams()), peer);
			if (this.budget.isGrowing(peer.name())) {
				new GrowthScenarios(this.runner, this.budget, peer).takeStreams();
			}
			peer.close();
		}
	}

	private void last(Scenario scenario, PeerHandle peer) throws InterruptedException {
		this.runner.take(scenario, List.of(peer), 1, this.budget.seconds());
	}

}
