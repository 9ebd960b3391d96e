package io.bedrockruntime.benchmarks.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.bedrockruntime.benchmarks.Measurement;

/**
 * Runner that lets the peers run a scenario in turns, several times, and collects their
 * figures.
 */
final class RoundRobinRunner {

	private static final double MAX_WAIT_SECONDS = 60;

	private final ServerHandle server;

	private final Budget budget;

	private final List<Measurement> measurements = new ArrayList<>();

	RoundRobinRunner(ServerHandle server, Budget budget) {
		this.server = server;
		this.budget = budget;
	}

	/**
	 * Run a scenario.
	 */
	void take(Scenario scenario, List<PeerHandle> peers, int turns, double seconds) throws InterruptedException {
		if (!Budget.wanted().test(scenario.name())) {
			return;
		}
		rehearse(scenario, peers, this.budget.rehearsalSeconds(seconds));
		Map<PeerHandle, PeerFigures> figures = new LinkedHashMap<>();
		for (int turn = 0; turn < turns; turn++) {
			for (PeerHandle peer : peers) {
				if (peer.can(scenario)) {
					turn(scenario, peer, seconds,
							figures.computeIfAbsent(peer, (key) -> new PeerFigures(scenario, key.name())));
				}
			}
		}
		figures.values().forEach((taken) -> {
			List<Measurement> of = taken.measurements();
			this.measurements.addAll(of);
			print(scenario, of);
		});
	}

	private void rehearse(Scenario scenario, List<PeerHandle> peers, double seconds) throws InterruptedException {
		for (PeerHandle peer : peers) {
			if (seconds > 0 && peer.can(scenario) && scenario.isRepeatable()) {
				turn(scenario, peer, seconds, new PeerFigures(scenario, peer.name()));
			}
		}
	}

	private void turn(Scenario scenario, PeerHandle peer, double seconds, PeerFigures figures)
			throws InterruptedException {
		Fields response = peer.ask(scenario.command(this.server.endpoint(scenario.tls()), seconds),
				seconds + MAX_WAIT_SECONDS);
		if (response.word().equals("ok")) {
			figures.add(response);
		}
		else {
			figures.addBreakdown();
		}
		if (response.has("failure")) {
			System.out.println("  " + scenario.name() + " " + scenario.parameter() + " " + peer.name() + ": "
					+ response.text("failure"));
		}
	}

	/**
	 * Return the measurements so far.
	 */
	List<Measurement> measurements() {
		return this.measurements;
	}

	private static void print(Scenario scenario, List<Measurement> measurements) {
		StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s %-18s %-18s", scenario.name(),
				scenario.parameter(), measurements.isEmpty() ? "" : measurements.get(0).peer()));
		for (Measurement measurement : measurements) {
			line.append(String.format(Locale.ROOT, " %s %.4g %s;", measurement.figure(), measurement.value(),
					measurement.unit()));
		}
		System.out.println(line);
	}

}
