package io.bedrockruntime.emulator.internal.guardrail;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Result of an assessment.
 *
 * @param action the strongest action
 * @param texts the guarded texts, masked where necessary
 * @param assessment the assessment in AWS's form
 * @param usage the units used
 * @param coverage the share of the content that was assessed
 */
public record GuardrailVerdict(Action action, List<String> texts, ObjectNode assessment, ObjectNode usage,
		ObjectNode coverage) {

	public boolean isBlocked() {
		return this.action == Action.BLOCKED;
	}

	public boolean isMasked() {
		return this.action == Action.MASKED;
	}

	@Override
	public String toString() {
		return "GuardrailVerdict[" + this.action + "]";
	}

	/**
	 * Action of a guardrail, weakest first.
	 */
	public enum Action {

		NONE("No action."), MASKED("Guardrail masked."), BLOCKED("Guardrail blocked.");

		private final String reason;

		Action(String reason) {
			this.reason = reason;
		}

		public String reason() {
			return this.reason;
		}

	}

}
