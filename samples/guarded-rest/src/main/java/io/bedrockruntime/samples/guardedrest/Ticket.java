package io.bedrockruntime.samples.guardedrest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Ticket that a customer has written. Its maximum length limits the cost of a call.
 *
 * @param text the text
 */
record Ticket(@NotBlank @Size(max = 4_000) String text) {

	@Override
	public String toString() {
		return "Ticket[" + this.text.length() + " characters]";
	}

}
