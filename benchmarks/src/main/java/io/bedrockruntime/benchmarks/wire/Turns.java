package io.bedrockruntime.benchmarks.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.bedrockruntime.benchmarks.Measurement;

/**
 * Lets peers do a scenario one after the other, again and again, and gathers their
 * figures.
 */
final class Turns {

	private static final double PATIENCE_SECONDS = 60;

	private final Server server;

	private final Budget budget;

	private final List<Measurement> measurements = new ArrayList<>();

	Turns(Server server, Budget budget) {
		this.server = server;
		this.budget = budget;
	}

	/**
	 * Do a scenario.
	 */
	void take(Scenario scenario, List<PeerChild> peers, int turns, double seconds) throws InterruptedException {
		if (!Budget.wanted().test(scenario.name())) {
			return;
		}
		rehearse(scenario, peers, this.budget.rehearsalSeconds(seconds));
		Map<PeerChild, Figures> figures = new LinkedHashMap<>();
		for (int turn = 0; turn < turns; turn++) {
			for (PeerChild peer : peers) {
				if (peer.can(scenario)) {
					turn(scenario, peer, seconds,
							figures.computeIfAbsent(peer, (key) -> new Figures(scenario, key.name())));
				}
			}
		}
		figures.values().forEach((taken) -> {
			List<Measurement> of = taken.measurements();
			this.measurements.addAll(of);
			print(scenario, of);
		});
	}

	private void rehearse(Scenario scenario, List<PeerChild> peers, double seconds) throws InterruptedException {
		for (PeerChild peer : peers) {
			if (seconds > 0 && peer.can(scenario) && scenario.isRepeatable()) {
				turn(scenario, peer, seconds, new Figures(scenario, peer.name()));
			}
		}
	}

	private void turn(Scenario scenario, PeerChild peer, double seconds, Figures figures) throws InterruptedException {
		Fields answer = peer.ask(scenario.command(this.server.endpoint(scenario.tls()), seconds),
				seconds + PATIENCE_SECONDS);
		if (answer.word().equals("ok")) {
			figures.add(answer);
		}
		else {
			figures.addBreakdown();
		}
		if (answer.has("failure")) {
			System.out.println("  " + scenario.name() + " " + scenario.parameter() + " " + peer.name() + ": "
					+ answer.text("failure"));
		}
	}

	/**
	 * Return what was measured so far.
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
