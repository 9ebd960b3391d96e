package io.bedrockruntime.samples.tour;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * Visits the stops one after the other: all of them, or those whose operations are named
 * on the command line.
 */
@Component
class Tour implements ApplicationRunner, ExitCodeGenerator {

	private final List<OperationExample> stops;

	private final TourSettings settings;

	private final List<String> failed = new ArrayList<>();

	Tour(List<OperationExample> stops, TourSettings settings) {
		this.stops = stops;
		this.settings = settings;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Narrator narrator = new Narrator(System.out);
		List<String> names = this.stops.stream().map(OperationExample::operation).toList();
		List<String> wanted = arguments.getNonOptionArgs();
		for (String name : wanted) {
			if (!names.contains(name)) {
				narrator.note("FAILED",
						"There is no operation '" + name + "'. There are " + String.join(", ", names) + ".");
				this.failed.add(name);
				return;
			}
		}
		narrator.say("Amazon Bedrock Runtime: a tour of its " + names.size() + " operations");
		narrator.say(this.settings.service());
		int visited = 0;
		for (OperationExample stop : this.stops) {
			if (wanted.isEmpty() || wanted.contains(stop.operation())) {
				narrator.heading(names.indexOf(stop.operation()) + 1, stop);
				visited += visit(stop, narrator) ? 1 : 0;
			}
		}
		narrator.blankLine();
		narrator.say("End of the tour: " + visited + " of " + names.size() + " operations seen, "
				+ (this.failed.isEmpty() ? "none failed." : "FAILED: " + String.join(", ", this.failed) + "."));
	}

	private boolean visit(OperationExample stop, Narrator narrator) {
		String missing = stop.missingProperty();
		if (missing != null) {
			narrator.note("left out", "To see it, set the property '" + missing + "'.");
			return false;
		}
		try {
			stop.visit(narrator);
			return true;
		}
		catch (Exception ex) {
			narrator.note("FAILED", ex.getClass().getSimpleName() + ": " + ex.getMessage());
			this.failed.add(stop.operation());
			return false;
		}
	}

	@Override
	public int getExitCode() {
		return this.failed.isEmpty() ? 0 : 1;
	}

}
