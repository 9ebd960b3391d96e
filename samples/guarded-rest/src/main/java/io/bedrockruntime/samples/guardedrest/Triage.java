package io.bedrockruntime.samples.guardedrest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * What the model makes of a ticket. Its JSON schema is derived from this type, and the
 * model holds to it.
 *
 * @param category which team takes it
 * @param urgent whether it cannot wait until tomorrow
 * @param summary what it is about, in one sentence
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
