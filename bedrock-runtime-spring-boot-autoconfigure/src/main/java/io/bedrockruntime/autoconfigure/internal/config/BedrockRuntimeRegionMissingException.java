package io.bedrockruntime.autoconfigure.internal.config;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when no region is given and none can be found.
 */
public class BedrockRuntimeRegionMissingException extends RuntimeException {

	private final List<String> searched;

	public BedrockRuntimeRegionMissingException(List<String> searched, @Nullable Throwable cause) {
		super("No region for the Amazon Bedrock Runtime", cause);
		this.searched = List.copyOf(searched);
	}

	/**
	 * Return where a region was looked for.
	 */
	List<String> getSearched() {
		return this.searched;
	}

}
