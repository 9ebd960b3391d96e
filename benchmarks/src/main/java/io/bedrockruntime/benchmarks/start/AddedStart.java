package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.Form;
import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.start.ApplicationClassPath.Addition;

/**
 * What the starter adds to the start of a WebFlux application: the same application
 * without its jars, with those of them that Spring Boot itself has for WebClient, and
 * with all, in turn, without the actuator and with it.
 */
final class AddedStart {

	private static final List<String> FIGURES = List.of("wall", "cpu", "classes");

	private AddedStart() {
	}

	static List<Measurement> run(Form form, Path folder) throws IOException, InterruptedException {
		Rounds rounds = new Rounds("application start");
		ApplicationClassPath classPath = ApplicationClassPath.ofThisJvm();
		if (!classPath.isComplete()) {
			System.out.println("application start: skipped, for the jars of this class path cannot be told apart");
			return List.of();
		}
		int count = switch (form) {
			case SMOKE -> 1;
			case SHORT -> 1;
			case FULL -> 7;
		};
		List<Addition> additions = new ArrayList<>(List.of(Addition.values()));
		for (int round = 1; round <= count; round++) {
			System.out.println("application start: round " + round + " of " + count);
			for (boolean actuator : (form == Form.FULL) ? new boolean[] { false, true } : new boolean[] { false }) {
				round(rounds, classPath, actuator, additions, folder);
			}
			Collections.reverse(additions);
		}
		return rounds.measurements();
	}

	private static void round(Rounds rounds, ApplicationClassPath classPath, boolean actuator, List<Addition> additions,
			Path folder) throws IOException, InterruptedException {
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
		return new ChildJvm(WebFluxMain.class, classPath, List.of()).run(folder, Duration.ofMinutes(1));
	}

}
