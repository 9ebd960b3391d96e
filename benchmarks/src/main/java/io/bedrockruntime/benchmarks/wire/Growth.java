package io.bedrockruntime.benchmarks.wire;

import java.util.List;

/**
 * How the costs of one peer grow with what is asked of it.
 */
final class Growth {

	private final Turns turns;

	private final Budget budget;

	private final PeerChild peer;

	Growth(Turns turns, Budget budget, PeerChild peer) {
		this.turns = turns;
		this.budget = budget;
		this.peer = peer;
	}

	/**
	 * By the size of events and requests, the length of a conversation and the users.
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
	 * By the number of streams: those that run, and those that are only open.
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
		this.turns.take(scenario, List.of(this.peer), 1, this.budget.seconds());
	}

}
