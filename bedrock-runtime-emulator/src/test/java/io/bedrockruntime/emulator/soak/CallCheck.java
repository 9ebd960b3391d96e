package io.bedrockruntime.emulator.soak;

import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;

/**
 * Compares the result of one call with its scenario.
 */
final class CallCheck {

	private final SoakScenario scenario;

	private final String kind;

	private final String prompt;

	private final String text;

	private final int place;

	private final SoakTally tally;

	private final int deliveredBeforeFailure;

	private int delivered;

	private int textLength;

	private int after;

	private int unknown;

	CallCheck(SoakScenario scenario, String kind, String prompt, String text, long seed, SoakTally tally) {
		this.scenario = scenario;
		this.kind = kind;
		this.prompt = prompt;
		this.text = text;
		this.place = scenario.place(seed);
		this.deliveredBeforeFailure = scenario.delivered(seed);
		this.tally = tally;
	}

	void event(ConverseStreamOutput event) {
		this.tally.event();
		int index = this.delivered - this.unknown;
		boolean right;
		if (event instanceof ConverseStreamOutput.Unknown) {
			right = this.scenario == SoakScenario.UNKNOWN_EVENT && this.delivered == this.place;
			this.unknown++;
		}
		else if (index == 0) {
			right = event instanceof ConverseStreamOutput.MessageStart;
		}
		else if (this.textLength < this.text.length()) {
			right = !event.text().isEmpty() && this.text.startsWith(event.text(), this.textLength);
			this.textLength += event.text().length();
		}
		else {
			right = switch (this.after++) {
				case 0 -> event instanceof ConverseStreamOutput.ContentBlockStop;
				case 1 -> event instanceof ConverseStreamOutput.MessageStop;
				case 2 -> event instanceof ConverseStreamOutput.Metadata;
				default -> false;
			};
		}
		if (!right) {
			violation(
					"event " + this.delivered + " is " + event.getClass().getSimpleName() + " '" + event.text() + "'");
		}
		this.delivered++;
	}

	String prompt() {
		return this.prompt;
	}

	int delivered() {
		return this.delivered;
	}

	void response(ConverseResponse response) {
		this.tally.event();
		if (!response.text().equals(this.text)) {
			violation("the answer is " + response.text());
		}
		this.delivered++;
		this.after = 3;
	}

	void completed() {
		if (!this.scenario.maySucceed()) {
			violation("complete after " + this.delivered + " events");
		}
		if (this.after != 3) {
			violation("complete without its last events, after " + this.delivered);
		}
		this.tally.ended(this.scenario, this.kind + " whole");
	}

	void failed(Throwable failure) {
		Class<? extends BedrockRuntimeException> expected = this.scenario.failure();
		if (expected == null || failure.getClass() != expected) {
			violation("failed with " + failure);
		}
		boolean fewer = this.delivered < this.deliveredBeforeFailure && this.scenario.mayLoseTheLast();
		if (this.delivered != this.deliveredBeforeFailure && !fewer) {
			violation(failure.getClass().getSimpleName() + " after " + this.delivered + " events instead of "
					+ this.deliveredBeforeFailure);
		}
		if (this.scenario == SoakScenario.PAGE && failure instanceof BedrockRuntimeServiceException service
				&& service.statusCode() != 503) {
			violation("failed with status " + service.statusCode());
		}
		this.tally.ended(this.scenario, this.kind + " failed");
	}

	void cancelled() {
		this.tally.ended(this.scenario, this.kind + " cancelled");
	}

	void inFlight() {
		this.tally.inFlight();
	}

	void violation(String what) {
		this.tally.violation(this.scenario + " " + this.kind + " " + this.prompt.substring(0, 8) + ": " + what);
	}

}
