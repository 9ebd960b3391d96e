package io.bedrockruntime.benchmarks;

/**
 * Thoroughness of a run.
 */
public enum RunProfile {

	/**
	 * A few seconds for each part, used by a test: shows that everything works. The
	 * figures mean nothing.
	 */
	SMOKE,

	/** Three minutes in total: shows whether something has become much slower. */
	SHORT,

	/** Long enough for reliable figures: some 45 minutes. */
	FULL

}
