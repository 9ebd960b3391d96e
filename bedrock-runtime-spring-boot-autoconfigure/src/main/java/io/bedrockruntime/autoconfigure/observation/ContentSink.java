package io.bedrockruntime.autoconfigure.observation;

import java.util.Map;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;

/**
 * Where content goes.
 */
interface ContentSink {

	/**
	 * Say where that is, for a warning.
	 */
	String describe();

	/**
	 * Take the content of a call, which has ended.
	 * @param context the call
	 * @param content JSON by the names of the semantic conventions
	 */
	void accept(BedrockRuntimeObservationContext context, Map<String, String> content);

}
