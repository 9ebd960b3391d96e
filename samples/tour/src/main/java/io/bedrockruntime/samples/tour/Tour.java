package io.bedrockruntime.samples.tour;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * Runner of the examples, one after the other: all of them, or only the operations that
 * are named on the command line.
 */
@Component
class Tour implements ApplicationRunner, ExitCodeGenerator {

	private final List<OperationExample> examples;

	private final TourSettings settings;

	private final List<String> failed = new ArrayList<>();

	Tour(List<OperationExample> examples, TourSettings settings) {
		this.examples = examples;
		this.settings = settings;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Narrator narrator = new Narrator(System.out);
		List<String> names = this.examples.stream().map(OperationExample::operation).toList();
		List<String> wanted = arguments.getNonOptionArgs();
		for (String name : wanted) {
			if (!names.contains(name)) {
				narrator.note("FAILED",
						"Unknown operation '" + name + "'. Known operations: " + String.join(", ", names) + ".");
				this.failed.add(name);
				return;
			}
		}
		narrator.say("Amazon Bedrock Runtime: a tour of its " + names.size() + " operations");
		narrator.say(this.settings.service());
		int completed = 0;
		for (OperationExample example : this.examples) {
			if (wanted.isEmpty() || wanted.contains(example.operation())) {
				narrator.heading(names.indexOf(example.operation()) + 1, example);
				completed += run(example, narrator) ? 1 : 0;
			}
		}
		narrator.blankLine();
		narrator.say("End of the tour: " + completed + " of " + names.size() + " operations completed, "
				+ (this.failed.isEmpty() ? "none failed." : "FAILED: " + String.join(", ", this.failed) + "."));
	}

	private boolean run(OperationExample example, Narrator narrator) {
		String missing = example.missingProperty();
		if (missing != null) {
			narrator.note("skipped", "To run it, set the property '" + missing + "'.");
			return false;
		}
		try {
			example.run(narrator);
			return true;
		}
		catch (Exception ex) {
			narrator.note("FAILED", ex.getClass().getSimpleName() + ": " + ex.getMessage());
			this.failed.add(example.operation());
			return false;
		}
	}

	@Override
	public int getExitCode() {
		return this.failed.isEmpty() ? 0 : 1;
	}

}
