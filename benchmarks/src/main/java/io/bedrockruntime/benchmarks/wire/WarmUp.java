package io.bedrockruntime.benchmarks.wire;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has peers make each kind of call until their code is compiled: some peers at the same
 * time.
 */
final class WarmUp {

	/** As many as there are processors, or compilers would wait for their turn. */
	private static final int AT_ONCE = 2;

	private static final double PATIENCE_SECONDS = 120;

	private static final double SHARE_OF_TLS = 0.3;

	/** Of a stream, the code of each of which runs oftener than that of a call. */
	private static final double EVENTS = 10;

	private static final double MOST_TIMES = 4;

	private final Server server;

	private final Budget budget;

	WarmUp(Server server, Budget budget) {
		this.server = server;
		this.budget = budget;
	}

	/**
	 * Warm peers, of which those that fail are not used any more.
	 */
	void warm(List<PeerChild> peers) throws InterruptedException {
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

	private void warm(PeerChild peer) throws InterruptedException {
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

	private void warm(PeerChild peer, Scenario scenario, double seconds) throws InterruptedException {
		if (!peer.can(scenario)) {
			return;
		}
		double wall = 0;
		double calls = 0;
		double enough = scenario.isStream() ? this.budget.warmCalls() / EVENTS : this.budget.warmCalls();
		// What is run once a call is compiled for good after ten thousand of them or
		// more, and
		// that takes some time again: seconds alone say nothing.
		while (wall < seconds || (calls < enough && wall < seconds * MOST_TIMES)) {
			Fields answer = peer.ask(scenario.command(this.server.endpoint(scenario.tls()), seconds / 4),
					seconds + PATIENCE_SECONDS);
			if (answer.has("failure")) {
				System.out.println("  " + peer.name() + " " + scenario.parameter() + ": " + answer.text("failure"));
				return;
			}
			wall += answer.number("wall") / 1e9;
			calls += answer.number("calls");
		}
	}

}
