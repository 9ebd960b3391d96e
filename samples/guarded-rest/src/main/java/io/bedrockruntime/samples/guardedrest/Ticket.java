package io.bedrockruntime.samples.guardedrest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a customer has written. Its length is what a call may cost.
 *
 * @param text the text
 */
record Ticket(@NotBlank @Size(max = 4_000) String text) {

	@Override
	public String toString() {
		return "Ticket[" + this.text.length() + " characters]";
	}

}
