package io.bedrockruntime.benchmarks.wire;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.bedrockruntime.benchmarks.Form;
import io.bedrockruntime.benchmarks.peer.Peers;

/**
 * How much time a form takes for what.
 *
 * @param form the form
 * @param turns how often each peer has its turn
 * @param mainSeconds how long a turn of the scenarios with 16 users in clear text takes
 * @param seconds how long all other turns take
 * @param warmSeconds how long each kind of call is made before at least
 * @param warmCalls how many calls are made before, unless they take four times as long
 * @param peers the peers
 */
record Budget(Form form, int turns, double mainSeconds, double seconds, double warmSeconds, int warmCalls,
		List<String> peers) {

	private static final List<String> FEW = List.of("ours", "ours-unobserved", "sdk-apache5", "sdk-netty", "sdk-crt",
			"raw-webclient");

	/**
	 * Return the budget of a form. The system property {@code benchmarks.peers} names
	 * other peers, and {@code benchmarks.factor} makes all times longer, such as for a
	 * machine that has other work.
	 */
	static Budget of(Form form) {
		return switch (form) {
			case SMOKE -> new Budget(form, 1, 0.3, 0.15, 0.2, 0, peers(List.of("ours-unobserved", "raw-webclient")));
			case SHORT -> new Budget(form, 2, 0.5, 0.2, 1.2, 800, peers(FEW)).longer();
			case FULL -> new Budget(form, 5, 2, 0.8, 15, 40_000, peers(Peers.NAMES)).longer();
		};
	}

	private Budget longer() {
		double factor = Double.parseDouble(System.getProperty("benchmarks.factor", "1"));
		return new Budget(this.form, this.turns, this.mainSeconds * factor, this.seconds * factor,
				this.warmSeconds * factor, this.warmCalls, this.peers);
	}

	/**
	 * Return how long a peer does a scenario before its turns count: what it did before
	 * was something else, for which its code was compiled.
	 */
	double rehearsalSeconds(double turnSeconds) {
		return (this.form == Form.FULL) ? 2 * turnSeconds : 0;
	}

	/**
	 * Return whether there is time for TLS too.
	 */
	boolean isTls() {
		return this.form != Form.SHORT;
	}

	/**
	 * Return how many streams are many.
	 */
	int manyStreams() {
		return switch (this.form) {
			case FULL -> 1000;
			case SHORT -> 250;
			case SMOKE -> 50;
		};
	}

	/**
	 * Return whether it is shown how the costs of a peer grow.
	 */
	boolean isGrowing(String peer) {
		return peer.equals("ours") || (this.form == Form.FULL && peer.equals("sdk-netty"));
	}

	/**
	 * Return whether a scenario is to be measured, which the system property
	 * {@code benchmarks.scenarios} says by a regular expression.
	 */
	static Predicate<String> wanted() {
		String pattern = System.getProperty("benchmarks.scenarios");
		return (pattern != null) ? Pattern.compile(pattern).asPredicate() : (name) -> true;
	}

	/**
	 * Return the values of a parameter to be tried: of the smaller forms, only a few.
	 */
	List<Integer> points(Integer... all) {
		return switch (this.form) {
			case FULL -> List.of(all);
			case SHORT -> Stream.of(all[0], all[all.length / 2], all[all.length - 1]).distinct().toList();
			case SMOKE -> List.of(all[0]);
		};
	}

	private static List<String> peers(List<String> usual) {
		String others = System.getProperty("benchmarks.peers");
		return (others != null) ? Arrays.asList(others.split(",")) : usual;
	}

}
