package io.bedrockruntime.samples.tour;

import org.jspecify.annotations.Nullable;

/**
 * A stop of the tour, which shows one operation.
 */
interface OperationExample {

	/** The AWS name of the operation. */
	String operation();

	/** The HTTP method and path of the operation. */
	String http();

	/** A property without which there is nothing to see here. */
	default @Nullable String missingProperty() {
		return null;
	}

	void visit(Narrator narrator) throws Exception;

}
