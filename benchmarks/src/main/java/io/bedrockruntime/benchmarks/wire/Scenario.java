package io.bedrockruntime.benchmarks.wire;

/**
 * A scenario that the peers run in turns.
 *
 * @param name the name
 * @param parameter the varied parameter
 * @param tls whether to use TLS
 * @param command the command for the peers' processes
 */
record Scenario(String name, String parameter, boolean tls, Fields command) {

	private static final int EVENTS = 500;

	/** Calls of Converse. */
	static Scenario converse(String name, String parameter, boolean tls, int users) {
		return new Scenario(name, parameter, tls, command("converse", users, ResponseSpec.converse(1024)));
	}

	/** Streams of 500 events of 16 characters. */
	static Scenario stream(String name, String parameter, boolean tls, int users) {
		return new Scenario(name, parameter, tls, command("stream", users, ResponseSpec.events(EVENTS, 16)));
	}

	/** Streams with an event every 10 ms. */
	static Scenario paced(String name, int users, int events) {
		return new Scenario(name, "streams=" + users, false, command("stream", users, ResponseSpec.paced(events, 10)));
	}

	/** Consecutive calls of InvokeModel. */
	static Scenario invoke(String name, String parameter, int up, int down) {
		return new Scenario(name, parameter, false, command("invoke", 1, ResponseSpec.bytes(down)).with("bytes", up));
	}

	/** Streams that stay open. */
	static Scenario open(String name, int streams) {
		return new Scenario(name, "streams=" + streams, false, new Fields("open").with("streams", streams));
	}

	/** Streams of events with the given size. */
	static Scenario eventSize(String name, int characters) {
		int events = Math.max(16, Math.min(EVENTS, (8 << 20) / characters));
		return new Scenario(name, "characters=" + characters, false,
				command("stream", 4, ResponseSpec.events(events, characters)));
	}

	/** Calls of Converse with many messages. */
	static Scenario conversation(String name, int messages) {
		return new Scenario(name, "messages=" + messages, false,
				command("converse", 4, ResponseSpec.converse(1024)).with("messages", messages));
	}

	/**
	 * Return whether the scenario requires streams.
	 */
	boolean isStream() {
		return this.command.word().equals("stream") || this.command.word().equals("open");
	}

	/**
	 * Return whether the scenario leaves the peer unchanged, and its work depends on the
	 * time that it is given.
	 */
	boolean isRepeatable() {
		return !this.command.word().equals("open") && !this.name.equals("overload");
	}

	/**
	 * Return the command for an endpoint and a duration.
	 */
	Fields command(String endpoint, double seconds) {
		return new Fields(this.command.word(), this.command.values()).with("endpoint", endpoint)
			.with("seconds", seconds);
	}

	private static Fields command(String word, int users, String model) {
		return new Fields(word).with("users", users).with("model", model).with("messages", 1).with("characters", 200);
	}

}
