package io.bedrockruntime.samples.guardedrest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * Classification of a ticket by the model, which follows the JSON schema derived from
 * this type.
 *
 * @param category the responsible team
 * @param urgent whether it cannot wait until tomorrow
 * @param summary a summary in one sentence
 */
record Triage(Category category,
		@JsonPropertyDescription("Whether somebody loses money or data until it is solved") boolean urgent,
		@JsonPropertyDescription("One sentence without names and addresses") String summary) {

	/**
	 * The teams.
	 */
	enum Category {

		BILLING, DELIVERY, TECHNICAL, OTHER

	}

}
