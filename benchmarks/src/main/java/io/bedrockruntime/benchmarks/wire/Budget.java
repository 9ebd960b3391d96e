package io.bedrockruntime.benchmarks.wire;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.bedrockruntime.benchmarks.RunProfile;
import io.bedrockruntime.benchmarks.peer.Peers;

/**
 * Times and counts of a profile.
 *
 * @param profile the profile
 * @param turns the number of turns of each peer
 * @param mainSeconds the duration of a turn in cleartext scenarios with 16 users
 * @param seconds the duration of all other turns
 * @param warmSeconds the minimum warm-up time for each kind of call
 * @param warmCalls the number of warm-up calls, unless they take four times as long
 * @param peers the peers
 */
record Budget(RunProfile profile, int turns, double mainSeconds, double seconds, double warmSeconds, int warmCalls,
		List<String> peers) {

	private static final List<String> FEW = List.of("ours", "ours-unobserved", "sdk-apache5", "sdk-netty", "sdk-crt",
			"raw-webclient");

	/**
	 * Return the budget of a profile. The system property {@code benchmarks.peers}
	 * selects other peers, and {@code benchmarks.factor} multiplies all times, for
	 * example on a machine with other work.
	 */
	static Budget of(RunProfile profile) {
		return switch (profile) {
			case SMOKE -> new Budget(profile, 1, 0.3, 0.15, 0.2, 0, peers(List.of("ours-unobserved", "raw-webclient")));
			case SHORT -> new Budget(profile, 2, 0.5, 0.2, 1.2, 800, peers(FEW)).longer();
			case FULL -> new Budget(profile, 5, 2, 0.8, 15, 40_000, peers(Peers.NAMES)).longer();
		};
	}

	private Budget longer() {
		double factor = Double.parseDouble(System.getProperty("benchmarks.factor", "1"));
		return new Budget(this.profile, this.turns, this.mainSeconds * factor, this.seconds * factor,
				this.warmSeconds * factor, this.warmCalls, this.peers);
	}

	/**
	 * Return how long a peer runs a scenario before its turns count: before, it ran other
	 * scenarios, for which its code was compiled.
	 */
	double rehearsalSeconds(double turnSeconds) {
		return (this.profile == RunProfile.FULL) ? 2 * turnSeconds : 0;
	}

	/**
	 * Return whether scenarios over TLS are included.
	 */
	boolean isTls() {
		return this.profile != RunProfile.SHORT;
	}

	/**
	 * Return the number of streams in scenarios with many streams.
	 */
	int manyStreams() {
		return switch (this.profile) {
			case FULL -> 1000;
			case SHORT -> 250;
			case SMOKE -> 50;
		};
	}

	/**
	 * Return whether the growth of a peer's costs is measured.
	 */
	boolean isGrowing(String peer) {
		return peer.equals("ours") || (this.profile == RunProfile.FULL && peer.equals("sdk-netty"));
	}

	/**
	 * Return a predicate for the names of the scenarios to run: the regular expression in
	 * the system property {@code benchmarks.scenarios}, or all of them.
	 */
	static Predicate<String> wanted() {
		String pattern = System.getProperty("benchmarks.scenarios");
		return (pattern != null) ? Pattern.compile(pattern).asPredicate() : (name) -> true;
	}

	/**
	 * Return the values of a parameter to measure: only a few in the smaller profiles.
	 */
	List<Integer> points(Integer... all) {
		return switch (this.profile) {
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
