package io.bedrockruntime.benchmarks.wire;

import java.util.List;

/**
 * Scenarios that show how the costs of one peer grow with the size of its input.
 */
final class GrowthScenarios {

	private final RoundRobinRunner runner;

	private final Budget budget;

	private final PeerHandle peer;

	GrowthScenarios(RoundRobinRunner runner, Budget budget, PeerHandle peer) {
		this.runner = runner;
		this.budget = budget;
		this.peer = peer;
	}

	/**
	 * Vary the size of events and requests, the length of a conversation and the number
	 * of users.
	 */
	void take() throws InterruptedException {
		for (int characters : this.budget.points(64, 1024, 16 * 1024, 128 * 1024, 1024 * 1024)) {
			take(Scenario.eventSize("growth/event size", characters));
		}
		for (int kib : this.budget.points(1, 16, 256, 2048, 16 * 1024)) {
			take(Scenario.invoke("growth/request size", "KiB=" + kib, kib * 1024, 100));
		}
		for (int messages : this.budget.points(10, 100, 500, 2000)) {
			take(Scenario.conversation("growth/conversation", messages));
		}
		for (int users : this.budget.points(1, 16, 128, 512, 1024)) {
			take(Scenario.converse("growth/users", "users=" + users, false, users));
		}
	}

	/**
	 * Vary the number of active streams and of idle open streams.
	 */
	void takeStreams() throws InterruptedException {
		for (int streams : this.budget.points(1, 16, 128, 500, 1000, 2000)) {
			take(Scenario.stream("growth/streams", "streams=" + streams, false, streams));
		}
		for (int streams : this.budget.points(1, 16, 128, 500, 1000, 2000)) {
			take(Scenario.open("growth/open", streams));
		}
	}

	private void take(Scenario scenario) throws InterruptedException {
		this.runner.take(scenario, List.of(this.peer), 1, this.budget.seconds());
	}

}
