package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;
import io.bedrockruntime.benchmarks.start.ApplicationClassPath.Addition;

/**
 * Measurement of the time that the starter adds to the start of a WebFlux application.
 * The same application starts in turns without the starter's jars, with Spring Boot's
 * jars for WebClient, and with all jars of the starter, both without and with Actuator.
 */
final class AddedStart {

	private static final List<String> FIGURES = List.of("wall", "cpu", "classes");

	private AddedStart() {
	}

	static List<Measurement> run(RunProfile profile, Path folder) throws IOException, InterruptedException {
		RoundFigures rounds = new RoundFigures("application start");
		ApplicationClassPath classPath = ApplicationClassPath.ofThisJvm();
		if (!classPath.isComplete()) {
			System.out.println("application start: skipped, as the class path does not show where its jars come from");
			return List.of();
		}
		int count = switch (profile) {
			case SMOKE -> 1;
			case SHORT -> 1;
			case FULL -> 7;
		};
		List<Addition> additions = new ArrayList<>(List.of(Addition.values()));
		for (int round = 1; round <= count; round++) {
			System.out.println("application start: round " + round + " of " + count);
			for (boolean actuator : (profile == RunProfile.FULL) ? new boolean[] { false, true }
					: new boolean[] { false }) {
				round(rounds, classPath, actuator, additions, folder);
			}
			Collections.reverse(additions);
		}
		return rounds.measurements();
	}

	private static void round(RoundFigures rounds, ApplicationClassPath classPath, boolean actuator,
			List<Addition> additions, Path folder) throws IOException, InterruptedException {
		Map<Addition, Map<String, Double>> starts = new EnumMap<>(Addition.class);
		for (Addition addition : additions) {
			Map<String, Double> figures = start(classPath.of(actuator, addition), folder);
			if (!figures.keySet().containsAll(FIGURES)) {
				System.out.println("application start: failed");
				return;
			}
			starts.put(addition, figures);
		}
		String parameter = actuator ? "with actuator" : "without actuator";
		for (String figure : FIGURES) {
			String unit = figure.equals("classes") ? "classes" : "ms";
			starts.keySet()
				.forEach((addition) -> rounds.add(parameter, addition.application(), figure, unit,
						value(starts, addition, figure)));
			double nothing = value(starts, Addition.NOTHING, figure);
			double webClient = value(starts, Addition.WEB_CLIENT, figure) - nothing;
			double starter = value(starts, Addition.STARTER, figure) - nothing;
			rounds.add(parameter, "starter", "added " + figure, unit, starter);
			rounds.add(parameter, "of it webclient", "added " + figure, unit, webClient);
			rounds.add(parameter, "of it ours", "added " + figure, unit, starter - webClient);
		}
	}

	private static double value(Map<Addition, Map<String, Double>> starts, Addition addition, String figure) {
		return starts.getOrDefault(addition, Map.of()).getOrDefault(figure, 0.0);
	}

	private static Map<String, Double> start(String classPath, Path folder) throws IOException, InterruptedException {
		return new FreshJvm(WebFluxMain.class, classPath, List.of()).run(folder, Duration.ofMinutes(1));
	}

}
