package io.bedrockruntime.benchmarks.wire;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Warm-up of the peers: each makes each kind of call until its code is compiled. Some
 * peers warm up at the same time.
 */
final class WarmUp {

	/** As many as there are processors, so that compilers do not have to wait. */
	private static final int AT_ONCE = 2;

	private static final double MAX_WAIT_SECONDS = 120;

	private static final double SHARE_OF_TLS = 0.3;

	/** Fewer streams than calls are needed, as their code runs for each event. */
	private static final double EVENTS = 10;

	private static final double MOST_TIMES = 4;

	private final ServerHandle server;

	private final Budget budget;

	WarmUp(ServerHandle server, Budget budget) {
		this.server = server;
		this.budget = budget;
	}

	/**
	 * Warm up the peers. Peers that fail are not used any more.
	 */
	void warm(List<PeerHandle> peers) throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<? extends Future<?>> all = peers.stream().map((peer) -> threads.submit(() -> {
				warm(peer);
				return null;
			})).toList();
			for (Future<?> each : all) {
				each.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void warm(PeerHandle peer) throws InterruptedException {
		peer.prepare(this.server.endpoint(false));
		double seconds = this.budget.warmSeconds();
		warm(peer, Scenario.converse("warm", "converse", false, 16), seconds);
		warm(peer, Scenario.stream("warm", "stream", false, 8), seconds);
		if (this.budget.isTls()) {
			peer.prepare(this.server.endpoint(true));
			warm(peer, Scenario.converse("warm", "converse over TLS", true, 16), seconds * SHARE_OF_TLS);
			warm(peer, Scenario.stream("warm", "stream over TLS", true, 8), seconds * SHARE_OF_TLS);
		}
	}

	private void warm(PeerHandle peer, Scenario scenario, double seconds) throws InterruptedException {
		if (!peer.can(scenario)) {
			return;
		}
		double wall = 0;
		double calls = 0;
		double enough = scenario.isStream() ? this.budget.warmCalls() / EVENTS : this.budget.warmCalls();
		// Code that runs once per call is fully compiled only after ten thousand calls
		// or more, and the compilation takes time: a duration alone is not enough.
		while (wall < seconds || (calls < enough && wall < seconds * MOST_TIMES)) {
			Fields response = peer.ask(scenario.command(this.server.endpoint(scenario.tls()), seconds / 4),
					seconds + MAX_WAIT_SECONDS);
			if (response.has("failure")) {
				System.out.println("  " + peer.name() + " " + scenario.parameter() + ": " + response.text("failure"));
				return;
			}
			wall += response.number("wall") / 1e9;
			calls += response.number("calls");
		}
	}

}
