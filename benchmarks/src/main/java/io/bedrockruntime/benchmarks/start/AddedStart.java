package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.benchmarks.Form;
import io.bedrockruntime.benchmarks.Measurement;

/**
 * What the starter adds to the start of a WebFlux application: the same application with
 * and without the starter's jars, in turn, without the actuator and with it.
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
		int pairs = switch (form) {
			case SMOKE -> 1;
			case SHORT -> 3;
			case FULL -> 7;
		};
		for (int pair = 1; pair <= pairs; pair++) {
			System.out.println("application start: pair " + pair + " of " + pairs);
			for (boolean actuator : (form == Form.FULL) ? new boolean[] { false, true } : new boolean[] { false }) {
				pair(rounds, classPath, actuator, pair % 2 == 0, folder);
			}
		}
		return rounds.measurements();
	}

	private static void pair(Rounds rounds, ApplicationClassPath classPath, boolean actuator, boolean starterFirst,
			Path folder) throws IOException, InterruptedException {
		Map<String, Double> first = start(classPath.of(actuator, starterFirst), folder);
		Map<String, Double> second = start(classPath.of(actuator, !starterFirst), folder);
		Map<String, Double> with = starterFirst ? first : second;
		Map<String, Double> without = starterFirst ? second : first;
		String parameter = actuator ? "with actuator" : "without actuator";
		for (String figure : FIGURES) {
			Double more = with.get(figure);
			Double less = without.get(figure);
			if (more == null || less == null) {
				System.out.println("application start: failed");
				return;
			}
			String unit = figure.equals("classes") ? "classes" : "ms";
			rounds.add(parameter, "webflux", figure, unit, less);
			rounds.add(parameter, "webflux and starter", figure, unit, more);
			rounds.add(parameter, "starter", "added " + figure, unit, more - less);
		}
	}

	private static Map<String, Double> start(String classPath, Path folder) throws IOException, InterruptedException {
		return new ChildJvm(WebFluxMain.class, classPath, List.of()).run(folder, Duration.ofMinutes(1));
	}

}
