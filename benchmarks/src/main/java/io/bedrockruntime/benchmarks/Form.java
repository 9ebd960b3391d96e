package io.bedrockruntime.benchmarks;

/**
 * How thoroughly is measured.
 */
public enum Form {

	/**
	 * Some seconds a part, in one of the tests: says that all works, and nothing else.
	 */
	SMOKE,

	/** Three minutes in all: says whether something has become much slower. */
	SHORT,

	/** As long as it takes to rely on the figures. */
	FULL

}
