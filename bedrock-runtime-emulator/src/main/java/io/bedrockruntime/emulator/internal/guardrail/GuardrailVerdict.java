package io.bedrockruntime.emulator.internal.guardrail;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a guardrail makes of some texts.
 *
 * @param action the strongest thing that was done
 * @param texts the guarded texts, masked where they had to be
 * @param assessment the assessment as AWS has it
 * @param usage the units used
 * @param coverage how much of what was shown was looked at
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
	 * What was done, weakest first.
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
