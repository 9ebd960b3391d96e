package io.bedrockruntime.autoconfigure.internal.config;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no region is configured and none is found.
 */
public class BedrockRuntimeRegionMissingException extends RuntimeException {

	private final List<String> searched;

	public BedrockRuntimeRegionMissingException(List<String> searched, @Nullable Throwable cause) {
		super("No region was found for the Amazon Bedrock Runtime", cause);
		this.searched = List.copyOf(searched);
	}

	/**
	 * Return the sources that were searched for a region.
	 */
	List<String> getSearched() {
		return this.searched;
	}

}
