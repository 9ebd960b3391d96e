package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;
import io.bedrockruntime.benchmarks.peer.Peers;

/**
 * Measurement of the time from the start of a JVM to the first response. {@code ours}
 * includes the start of Spring Boot; compare other clients with {@code ours-unobserved}.
 */
final class ColdStart {

	private static final Map<String, String> UNITS = Map.of("cpu", "ms", "wall", "ms", "classes", "classes", "heap",
			"MiB", "rss", "MiB");

	private ColdStart() {
	}

	static List<Measurement> run(RunProfile profile, Path folder) throws IOException, InterruptedException {
		RoundFigures rounds = new RoundFigures("cold start");
		List<String> peers = new ArrayList<>(peers(profile));
		int count = switch (profile) {
			case SMOKE -> 1;
			case SHORT -> 1;
			case FULL -> 5;
		};
		try (StartServer server = new StartServer()) {
			for (int round = 1; round <= count; round++) {
				System.out.println("cold start: round " + round + " of " + count);
				for (String peer : peers) {
					Map<String, Double> figures = FreshJvm.of(ColdStartMain.class)
						.run(folder, Duration.ofMinutes(1), peer, server.endpoint().toString());
					if (figures.isEmpty()) {
						System.out.println("cold start: " + peer + " failed");
					}
					figures.forEach(
							(figure, value) -> rounds.add("", peer, figure, UNITS.getOrDefault(figure, ""), value));
				}
				// So that the order of the peers has no influence.
				Collections.reverse(peers);
			}
		}
		return rounds.measurements();
	}

	private static List<String> peers(RunProfile profile) {
		return switch (profile) {
			case SMOKE -> List.of("ours-unobserved", "sdk-netty");
			case SHORT -> List.of("ours", "ours-unobserved", "sdk-url", "sdk-netty", "sdk-crt", "raw-webclient");
			case FULL -> Peers.NAMES.stream().filter((name) -> !name.equals("ours-blocking")).toList();
		};
	}

}
