package io.bedrockruntime.samples.tour;

import org.jspecify.annotations.Nullable;

/**
 * An example of the tour, which shows one operation.
 */
interface OperationExample {

	/** Return the AWS name of the operation. */
	String operation();

	/** Return the HTTP method and path of the operation. */
	String http();

	/** Return the name of a required property that is not set, or {@code null}. */
	default @Nullable String missingProperty() {
		return null;
	}

	void run(Narrator narrator) throws Exception;

}
