package io.bedrockruntime.benchmarks.wire;

/**
 * What the peers do in turns.
 *
 * @param name the scenario
 * @param parameter what of it is varied
 * @param tls whether over TLS
 * @param command what the peers' processes are told
 */
record Scenario(String name, String parameter, boolean tls, Fields command) {

	private static final int EVENTS = 500;

	/** Calls of Converse. */
	static Scenario converse(String name, String parameter, boolean tls, int users) {
		return new Scenario(name, parameter, tls, command("converse", users, Model.answer(1024)));
	}

	/** Streams of 500 events of 16 characters. */
	static Scenario stream(String name, String parameter, boolean tls, int users) {
		return new Scenario(name, parameter, tls, command("stream", users, Model.events(EVENTS, 16)));
	}

	/** Streams of an event each 10 ms. */
	static Scenario paced(String name, int users, int events) {
		return new Scenario(name, "streams=" + users, false, command("stream", users, Model.paced(events, 10)));
	}

	/** Calls of InvokeModel, one after the other. */
	static Scenario invoke(String name, String parameter, int up, int down) {
		return new Scenario(name, parameter, false, command("invoke", 1, Model.bytes(down)).with("bytes", up));
	}

	/** Streams that are held open. */
	static Scenario open(String name, int streams) {
		return new Scenario(name, "streams=" + streams, false, new Fields("open").with("streams", streams));
	}

	/** Streams of events of a size. */
	static Scenario eventSize(String name, int characters) {
		int events = Math.max(16, Math.min(EVENTS, (8 << 20) / characters));
		return new Scenario(name, "characters=" + characters, false,
				command("stream", 4, Model.events(events, characters)));
	}

	/** Calls of Converse with many messages. */
	static Scenario conversation(String name, int messages) {
		return new Scenario(name, "messages=" + messages, false,
				command("converse", 4, Model.answer(1024)).with("messages", messages));
	}

	/**
	 * Whether the peer must be able to stream.
	 */
	boolean isStream() {
		return this.command.word().equals("stream") || this.command.word().equals("open");
	}

	/**
	 * Whether to do it leaves the peer as it was before, and what it does is set by the
	 * time that it has.
	 */
	boolean isRepeatable() {
		return !this.command.word().equals("open") && !this.name.equals("overload");
	}

	/**
	 * Return the command for an endpoint and a time.
	 */
	Fields command(String endpoint, double seconds) {
		return new Fields(this.command.word(), this.command.values()).with("endpoint", endpoint)
			.with("seconds", seconds);
	}

	private static Fields command(String word, int users, String model) {
		return new Fields(word).with("users", users).with("model", model).with("messages", 1).with("characters", 200);
	}

}
