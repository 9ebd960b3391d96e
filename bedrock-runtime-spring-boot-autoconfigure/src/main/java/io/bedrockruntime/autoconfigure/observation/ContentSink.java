package io.bedrockruntime.autoconfigure.observation;

import java.util.Map;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;

/**
 * Destination for content.
 */
interface ContentSink {

	/**
	 * Return a description of the destination for a warning.
	 */
	String describe();

	/**
	 * Record the content of a completed call.
	 * @param context the call
	 * @param content JSON by attribute name of the semantic conventions
	 */
	void accept(BedrockRuntimeObservationContext context, Map<String, String> content);

}
